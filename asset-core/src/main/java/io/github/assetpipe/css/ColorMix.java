package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shortens {@code color-mix()}, and resolves it where the result is an 8-bit sRGB colour (CSS Color Level 5, section 3). */
final class ColorMix {
    private ColorMix() {}

    /** One colour of the mix with its share in percent, NaN when none is written. */
    private record Share(Part color, double percent, List<Part> rest) {}

    static Part shorten(Part.Func function) {
        List<List<Part>> groups = Lists.split(function.arguments, ',');
        if (groups.size() < 3
                || groups.get(0).isEmpty()
                || !groups.get(0).get(0).isWord("in")) {
            return function;
        }
        List<Share> shares = new ArrayList<>();
        for (List<Part> group : groups.subList(1, groups.size())) {
            Share share = share(group);
            if (share == null) {
                return function;
            }
            shares.add(share);
        }
        if (groups.get(0).size() == 2 && groups.get(0).get(1).isWord("srgb")) {
            fillMissing(shares);
        }
        Part resolved = resolve(groups.get(0), shares);
        return resolved != null ? resolved : print(groups.get(0), shares);
    }

    private static @Nullable Share share(List<Part> group) {
        Part color = null;
        double percent = Double.NaN;
        List<Part> rest = new ArrayList<>();
        for (Part part : group) {
            if (part instanceof Part.Num number && number.isPercent() && Double.isNaN(percent)) {
                percent = number.value();
            } else if (color == null) {
                color = Colors.shorten(part);
            } else {
                rest.add(part);
            }
        }
        return color == null ? null : new Share(color, percent, rest);
    }

    /** Gives a missing channel of an {@code rgb()} the value of the other one that it is mixed with in sRGB. */
    private static void fillMissing(List<Share> shares) {
        if (shares.size() != 2) {
            return;
        }
        Part first = shares.get(0).color;
        Part second = shares.get(1).color;
        shares.set(0, new Share(filled(first, second), shares.get(0).percent, shares.get(0).rest));
        shares.set(1, new Share(filled(second, first), shares.get(1).percent, shares.get(1).rest));
    }

    private static Part filled(Part color, Part other) {
        if (!(color instanceof Part.Func function)
                || !ColorReader.hasMissing(function)
                || !function.name.equals("rgb")) {
            return color;
        }
        Rgba value = ColorReader.read(other);
        if (value == null || function.arguments.size() != 3) {
            return color;
        }
        int[] channels = {value.red(), value.green(), value.blue()};
        List<Part> out = new ArrayList<>(3);
        for (int i = 0; i < 3; i++) {
            Part written = function.arguments.get(i);
            out.add(written.isWord("none") ? new Part.Num(Integer.toString(channels[i]), "") : written);
        }
        return Colors.shorten(new Part.Func("rgb", out));
    }

    private static @Nullable Part resolve(List<Part> space, List<Share> shares) {
        for (Share share : shares) {
            if (!share.rest.isEmpty()) {
                return null;
            }
        }
        if (shares.size() != 2) {
            return null;
        }
        Share a = shares.get(0);
        Share b = shares.get(1);
        double p = a.percent;
        double q = b.percent;
        if (Double.isNaN(p)) {
            p = Double.isNaN(q) ? 50 : 100 - q;
        }
        if (Double.isNaN(q)) {
            q = 100 - p;
        }
        Rgba first = ColorReader.read(a.color);
        Rgba second = ColorReader.read(b.color);
        if (first == null || second == null || p < 0 || q < 0 || p + q <= 0 || p > 100 || q > 100) {
            return null;
        }
        double strength = Math.min(1, (p + q) / 100);
        boolean srgb = space.size() == 2 && space.get(1).isWord("srgb");
        if (strength == 1 && (p == 0 || q == 0 || a.color.equals(b.color))) {
            return p == 0 ? b.color : a.color;
        }
        return srgb ? mix(first, second, p / (p + q), strength) : null;
    }

    private static @Nullable Part mix(Rgba a, Rgba b, double share, double strength) {
        double alpha = a.alpha() * share + b.alpha() * (1 - share);
        if (alpha == 0) {
            return null;
        }
        double x = share * a.alpha() / alpha;
        double y = (1 - share) * b.alpha() / alpha;
        Rgba mixed = Rgba.of(a.red() * x + b.red() * y, a.green() * x + b.green() * y, a.blue() * x + b.blue() * y, 1);
        String exact = Numbers.exact(alpha * strength);
        if (mixed == null || exact == null) {
            return null;
        }
        return new Rgba(mixed.rgb(), Double.parseDouble(exact)).toPart();
    }

    private static Part print(List<Part> space, List<Share> shares) {
        boolean halves = shares.size() == 2 && isHalfOrNone(shares.get(0)) && isHalfOrNone(shares.get(1));
        List<Part> out = new ArrayList<>(space);
        for (Share share : shares) {
            out.add(Part.Sign.COMMA);
            out.add(share.color);
            if (!Double.isNaN(share.percent) && !halves) {
                out.add(new Part.Num(Numbers.format(share.percent, 6), "%"));
            }
            out.addAll(share.rest);
        }
        return new Part.Func("color-mix", out);
    }

    private static boolean isHalfOrNone(Share share) {
        return Double.isNaN(share.percent) || share.percent == 50;
    }
}
