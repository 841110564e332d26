package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Drops the rules of stylesheets that no page, script or source can use.
 *
 * <p>The pass is added to those of goals that ran earlier in the same build.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "purge",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class PurgeMojo extends AssetMojo {
    /** Creates the goal. */
    public PurgeMojo() {
        super(EnumSet.of(PassName.PURGE));
    }
}
