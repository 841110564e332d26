package io.github.assetpipe.sass;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the CSS of libsass may differ from that of Dart Sass. */
enum SassDifference {
    /** libsass names the encoding where a character is not ASCII. */
    CHARSET {
        @Override
        boolean explains(String key, String dart, String libsass) {
            return key.startsWith("@charset") && dart.isEmpty();
        }
    },
    /** One writes a character, the other its escape. */
    CHARACTERS {
        @Override
        boolean explains(String key, String dart, String libsass) {
            return !dart.isEmpty() && unescaped(dart).equals(unescaped(libsass));
        }
    },
    /** Computed colours: libsass rounds channels to whole numbers, and hue, saturation and lightness before. */
    COLOUR {
        @Override
        boolean explains(String key, String dart, String libsass) {
            List<double[]> first = new ArrayList<>();
            List<double[]> second = new ArrayList<>();
            if (dart.isEmpty() || !withoutColours(dart, first).equals(withoutColours(libsass, second))) {
                return false;
            }
            for (int i = 0; i < first.size(); i++) {
                for (int channel = 0; channel < 3; channel++) {
                    if (Math.abs(first.get(i)[channel] - second.get(i)[channel]) > ROUNDING) {
                        return false;
                    }
                }
            }
            return true;
        }
    },
    /** {@code calc()} of numbers is computed by Dart Sass and kept by libsass. */
    CALC {
        @Override
        boolean explains(String key, String dart, String libsass) {
            Matcher ratio = RATIO.matcher(libsass);
            return ratio.matches()
                    && dart.endsWith("%")
                    && Math.abs(Double.parseDouble(dart.substring(0, dart.length() - 1))
                                    - Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2)) * 100)
                            < 1e-6;
        }
    },
    /** A minus before an interpolation, in a value that is no number: Dart Sass writes a space, with which browsers skip the declaration. */
    MINUS {
        @Override
        boolean explains(String key, String dart, String libsass) {
            return dart.startsWith("- ") && libsass.equals("-" + dart.substring(2));
        }
    };

    /** The largest difference of a channel; of light colours with little saturation that libsass's rounding makes. */
    private static final double ROUNDING = 8;

    private static final Pattern RATIO = Pattern.compile("calc\\((\\d+) / (\\d+) \\* 100%\\)");
    private static final Pattern COLOUR_VALUE = Pattern.compile(
            "(?:#|%23)([0-9a-f]{3}(?![0-9a-f])|[0-9a-f]{6})|rgb(?:\\(|%28)([0-9.]+), ([0-9.]+), ([0-9.]+)(?:\\)|%29)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-9a-f]{1,6}) ?");

    /** Tells whether this kind explains a difference; a value is empty where an engine says nothing. */
    abstract boolean explains(String key, String dart, String libsass);

    private static String unescaped(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
    }

    private static String withoutColours(String value, List<double[]> colours) {
        return COLOUR_VALUE.matcher(value).replaceAll(m -> {
            String hex = m.group(1);
            if (hex == null) {
                colours.add(new double[] {
                    Double.parseDouble(m.group(2)), Double.parseDouble(m.group(3)), Double.parseDouble(m.group(4))
                });
            } else {
                int width = hex.length() / 3;
                double[] channels = new double[3];
                for (int i = 0; i < 3; i++) {
                    String digits = hex.substring(i * width, (i + 1) * width);
                    channels[i] = Integer.parseInt(width == 1 ? digits + digits : digits, 16);
                }
                colours.add(channels);
            }
            return "<colour>";
        });
    }
}
