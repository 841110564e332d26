package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Combines the members of each compress block of a page into one file.
 *
 * <p>The pass is added to those of goals that ran earlier in the same build.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "combine",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class CombineMojo extends AssetMojo {
    /** Creates the goal. */
    public CombineMojo() {
        super(EnumSet.of(PassName.COMBINE));
    }
}
