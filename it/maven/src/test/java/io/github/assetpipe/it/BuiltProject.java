package io.github.assetpipe.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A project of {@code src/it} after maven-invoker-plugin has built it.
 *
 * @param folder the project's folder
 */
record BuiltProject(Path folder) {

    /** Returns the project of that name. */
    static BuiltProject named(String name) {
        return new BuiltProject(
                Path.of(System.getProperty("built.projects", "target/it")).resolve(name));
    }

    /** Reads a folder or an archive of the project. */
    Tree tree(String path) throws IOException {
        return Tree.of(folder.resolve(path));
    }

    /** Returns what Maven said in all builds of the project. */
    String log() throws IOException {
        return Files.readString(folder.resolve("build.log"));
    }

    /** Returns what Maven said in one build, counted from 1. */
    String log(int build) throws IOException {
        return log().split("Scanning for projects", -1)[build];
    }
}
