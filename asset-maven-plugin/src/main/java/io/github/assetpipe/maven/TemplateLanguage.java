package io.github.assetpipe.maven;

import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * The language of a project's templates, where a dependency tells it.
 *
 * <p>Quarkus takes every file below {@code templates/} for one of Qute, those too that have nothing but expressions in it.
 */
final class TemplateLanguage {
    private TemplateLanguage() {}

    /** Returns the language's name, or empty when no dependency tells it. */
    static String of(MavenProject project) {
        // What is resolved brings what others depend on; what is declared is there in any case.
        boolean resolved = project.getArtifacts().stream()
                .anyMatch(a -> isQute(a.getGroupId(), a.getArtifactId(), String.valueOf(a.getScope())));
        boolean declared = project.getDependencies().stream()
                .anyMatch(d -> isQute(d.getGroupId(), d.getArtifactId(), String.valueOf(d.getScope())));
        return resolved || declared ? "qute" : "";
    }

    private static boolean isQute(String group, String artifact, String scope) {
        return !scope.equals(Artifact.SCOPE_TEST)
                && Stream.of("io.quarkus", "io.quarkiverse").anyMatch(group::startsWith)
                && Stream.of("qute", "renarde").anyMatch(artifact::contains);
    }
}
