package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.text.LineMap;

/** What is said of an engine that does not come back as it should. */
public final class EngineFaults {
    private EngineFaults() {}

    /** Returns the error of an engine that took longer than {@code seconds} for a file. */
    static Diagnostic tooSlow(String engine, String file, String text, int seconds) {
        return Diagnostic.error(
                "engine-timeout",
                engine + " was stopped: it was not done with this file after " + seconds + " s.",
                new LineMap(text).at(file, 1, 1, 1),
                "Split the file, look for a loop without end in it, choose another engine for it, or give more time with "
                        + "-Dasset.engineTimeout=SECONDS (0 for no limit).");
    }

    /** Returns the error of an engine that used up the memory or the stack of this JVM. */
    public static Diagnostic tooLarge(String engine, String file, VirtualMachineError error) {
        if (error instanceof StackOverflowError) {
            return Diagnostic.error(
                    "engine-stack",
                    "The engine " + engine + " gave up: the file is nested too deeply for it.",
                    Location.ofFile(file),
                    "Split the file, or exclude it from this step.");
        }
        return Diagnostic.error(
                "engine-memory",
                "The engine " + engine + " ran out of memory on this file.",
                Location.ofFile(file),
                "Give Maven more memory, such as -Xmx2g in .mvn/jvm.config, use fewer threads with -Dasset.threads=1, or"
                        + " exclude the file from this step.");
    }
}
