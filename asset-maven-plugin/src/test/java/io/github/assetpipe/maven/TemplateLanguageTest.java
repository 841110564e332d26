package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLanguageTest {
    private static MavenProject declaring(String coordinates, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(coordinates.split(":", 2)[0]);
        dependency.setArtifactId(coordinates.split(":", 2)[1]);
        dependency.setScope(scope);
        MavenProject project = new MavenProject();
        project.getDependencies().add(dependency);
        return project;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.quarkus:quarkus-qute",
                "io.quarkus:quarkus-resteasy-qute",
                "io.quarkus:quarkus-rest-qute",
                "io.quarkus.qute:qute-core",
                "io.quarkiverse.qute.web:quarkus-qute-web",
                "io.quarkiverse.renarde:quarkus-renarde",
            })
    void aProjectThatDependsOnQuteHasItsTemplatesInIt(String dependency) {
        assertEquals("qute", TemplateLanguage.of(declaring(dependency, "compile")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.quarkus:quarkus-rest", "org.example:qute-like", "org.thymeleaf:thymeleaf"})
    void otherDependenciesTellNothing(String dependency) {
        assertEquals("", TemplateLanguage.of(declaring(dependency, "compile")));
    }

    @Test
    void whatOnlyTestsDependOnTellsNothing() {
        assertEquals("", TemplateLanguage.of(declaring("io.quarkus:quarkus-qute", "test")));
    }

    @Test
    void aDependencyThatAnotherOneBringsCounts() {
        MavenProject project = new MavenProject();
        project.setArtifacts(Set.of(new DefaultArtifact(
                "io.quarkus", "quarkus-qute", "3.20.0", "runtime", "jar", null, new DefaultArtifactHandler("jar"))));

        assertEquals("qute", TemplateLanguage.of(project));
    }
}
