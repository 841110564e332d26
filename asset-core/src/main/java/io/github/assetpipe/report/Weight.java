package io.github.assetpipe.report;

/**
 * What something weighs over the wire, in bytes.
 *
 * @param raw without compression
 * @param gzip as gzip at level 9 where that is smaller, else raw
 * @param br as Brotli at the build's quality where that is smaller, else as {@code gzip}
 */
public record Weight(long raw, long gzip, long br) {
    /** Nothing at all. */
    public static final Weight NONE = new Weight(0, 0, 0);

    /** Returns the sum. */
    public Weight plus(Weight other) {
        return new Weight(raw + other.raw, gzip + other.gzip, br + other.br);
    }

    /** Returns the bytes in a measure. */
    public long in(Measure measure) {
        return switch (measure) {
            case RAW -> raw;
            case GZIP -> gzip;
            case BR -> br;
        };
    }

    /** How bytes are counted. */
    public enum Measure {
        /** Without compression. */
        RAW,
        /** As gzip. */
        GZIP,
        /** As Brotli. */
        BR
    }
}
