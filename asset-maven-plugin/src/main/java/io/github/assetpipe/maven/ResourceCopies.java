package io.github.assetpipe.maven;

import java.nio.file.Path;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;

/** Makes copies of resource directories as Maven would copy them. */
interface ResourceCopies {
    /** Returns the folder with the copy of {@code resource}. */
    Path copy(Resource resource) throws MojoExecutionException;
}
