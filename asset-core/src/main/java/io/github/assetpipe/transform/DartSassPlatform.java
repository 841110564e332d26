package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * The platform as Dart Sass's archives are named.
 *
 * @param os {@code linux}, {@code macos} or {@code windows}
 * @param arch {@code x64}, {@code arm64}, {@code arm} or {@code riscv64}
 * @param musl whether the C library is musl (Alpine)
 */
record DartSassPlatform(String os, String arch, boolean musl) {
    private static final Set<String> KNOWN =
            Set.of("linux-x64", "linux-arm64", "linux-arm", "linux-riscv64", "macos-x64", "macos-arm64", "windows-x64");

    /** Returns the platform that this JVM runs on. @throws AssetException when there is no compiler for it */
    static DartSassPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), runsOnMusl());
    }

    /** Returns the platform of what Java calls it. @throws AssetException when there is no compiler for it */
    static DartSassPlatform of(String osName, String osArch, boolean musl) {
        String name = osName.toLowerCase(Locale.ROOT);
        String os = name.startsWith("windows")
                ? "windows"
                : name.startsWith("mac") || name.startsWith("darwin") ? "macos" : name;
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x64";
            case "aarch64", "arm64" -> "arm64";
            case "arm", "arm32", "armv7l", "aarch32" -> "arm";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        if (os.equals("windows") && arch.equals("arm64")) {
            arch = "x64"; // Windows on Arm runs x64 programs; there is no archive of its own.
        }
        if (!KNOWN.contains(os + "-" + arch)) {
            throw AssetException.environment(Diagnostic.error(
                    "sass-platform",
                    "There is no Dart Sass compiler for " + osName + " on " + osArch + ".",
                    null,
                    "Choose the Sass engine libsass, or build on one of: "
                            + String.join(", ", KNOWN.stream().sorted().toList()) + "."));
        }
        return new DartSassPlatform(os, arch, musl && os.equals("linux"));
    }

    /** Returns the archive's file name. */
    String archive() {
        return "dart-sass-" + os + "-" + arch + (musl ? "-musl" : "") + (os.equals("windows") ? ".zip" : ".tar.gz");
    }

    /** The C library that this very process has loaded decides: both can be installed side by side. */
    private static boolean runsOnMusl() {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)
                    .contains("/ld-musl-");
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}
