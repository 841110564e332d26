package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles stylesheets from SCSS and indented Sass to CSS.
 *
 * <p>The pass is added to those of goals that ran earlier in the same build.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "sass",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class SassMojo extends AssetMojo {
    /** Creates the goal. */
    public SassMojo() {
        super(EnumSet.of(PassName.COMPILE));
    }
}
