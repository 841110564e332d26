package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the whole pipeline: compiles, combines, purges, minifies, fingerprints, rewrites and precompresses.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class BuildMojo extends AssetMojo {
    /** Creates the goal. */
    public BuildMojo() {
        super(EnumSet.allOf(PassName.class));
    }
}
