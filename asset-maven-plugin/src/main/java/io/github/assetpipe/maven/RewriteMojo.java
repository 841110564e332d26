package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Rewrites pages: references follow fingerprints, scripts are deferred where that is safe, images below the fold load late.
 *
 * <p>The pass is added to those of goals that ran earlier in the same build.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "rewrite",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class RewriteMojo extends AssetMojo {
    /** Creates the goal. */
    public RewriteMojo() {
        super(EnumSet.of(PassName.REWRITE));
    }
}
