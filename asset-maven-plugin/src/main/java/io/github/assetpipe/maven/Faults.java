package io.github.assetpipe.maven;

import io.github.assetpipe.diagnostic.AssetException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Tells the faults of the pipeline as Maven's: wrong input fails the build, everything else is an error of the environment. */
final class Faults {
    private Faults() {}

    /** Does some work, and turns its faults into those that Maven knows. */
    static void guarded(Runnable work) throws MojoExecutionException, MojoFailureException {
        try {
            work.run();
        } catch (AssetException e) {
            String message = headline(e) + "\n" + e.getMessage() + "\n";
            if (e.fault() == AssetException.Fault.INPUT) {
                throw new MojoFailureException(message);
            }
            throw new MojoExecutionException(message);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("Can't read or write a file: " + e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            throw new MojoExecutionException(
                    "Maven's memory is too small for this site. Give it more, such as -Xmx1g in .mvn/jvm.config.");
        }
    }

    private static String headline(AssetException e) {
        int count = e.diagnostics().size();
        return count == 1 ? "1 error in the assets" : count + " errors in the assets";
    }
}
