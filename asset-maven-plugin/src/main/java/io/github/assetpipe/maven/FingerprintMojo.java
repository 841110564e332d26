package io.github.assetpipe.maven;

import io.github.assetpipe.PassName;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Names files by the digest of their content; references between assets follow.
 *
 * <p>The pass is added to those of goals that ran earlier in the same build.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "fingerprint",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class FingerprintMojo extends AssetMojo {
    /** Creates the goal. */
    public FingerprintMojo() {
        super(EnumSet.of(PassName.FINGERPRINT));
    }
}
