package io.github.assetpipe.css;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the minifier knows; most of this file is their table, which stays in one place.
 *
 * <p>A line is {@code names = types count keywords}. Types: {@code l} length, {@code p} percentage, {@code n} number,
 * {@code i} integer, {@code c} colour, {@code t} time, {@code a} angle, {@code m} image, {@code s} string, {@code x} any name,
 * {@code r} flex factor, {@code ,} a list, {@code /} a solidus, {@code f} functions of its own, {@code w} keywords only,
 * {@code *} a grammar of its own that only {@link ValueMinifier} knows, so that validity is not judged by this table.
 */
final class PropertyTable {
    private static final String SIDES = "-top -right -bottom -left";
    private static final String LINES = """
            margin-top margin-right margin-bottom margin-left margin-block-start margin-block-end margin-inline-start margin-inline-end = lp 1 auto
            margin = lp 4 auto
            margin-block margin-inline = lp 2 auto
            padding-top padding-right padding-bottom padding-left padding-block-start padding-block-end padding-inline-start padding-inline-end = lp 1
            padding = lp 4
            padding-block padding-inline = lp 2
            top right bottom left inset-block-start inset-block-end inset-inline-start inset-inline-end = lp 1 auto
            inset = lp 4 auto
            inset-block inset-inline = lp 2 auto
            scroll-margin-top scroll-margin-right scroll-margin-bottom scroll-margin-left scroll-margin-block-start scroll-margin-block-end scroll-margin-inline-start scroll-margin-inline-end = l 1
            scroll-margin = l 4
            scroll-margin-block scroll-margin-inline = l 2
            scroll-padding-top scroll-padding-right scroll-padding-bottom scroll-padding-left scroll-padding-block-start scroll-padding-block-end scroll-padding-inline-start scroll-padding-inline-end = lp 1 auto
            scroll-padding = lp 4 auto
            scroll-padding-block scroll-padding-inline = lp 2 auto
            width height min-width min-height block-size inline-size min-block-size min-inline-size = lp 1 auto min-content max-content fit-content
            max-width max-height max-block-size max-inline-size = lp 1 none min-content max-content fit-content
            flex-basis = lp 1 auto content min-content max-content fit-content
            border-top-width border-right-width border-bottom-width border-left-width border-block-start-width border-block-end-width border-inline-start-width border-inline-end-width outline-width column-rule-width = l 1 thin medium thick
            border-width = l 4 thin medium thick
            border-block-width border-inline-width = l 2 thin medium thick
            border-top-style border-right-style border-bottom-style border-left-style border-block-start-style border-block-end-style border-inline-start-style border-inline-end-style column-rule-style = w 1 none hidden dotted dashed solid double groove ridge inset outset
            outline-style = w 1 auto none dotted dashed solid double groove ridge inset outset
            border-style = w 4 none hidden dotted dashed solid double groove ridge inset outset
            border-block-style border-inline-style = w 2 none hidden dotted dashed solid double groove ridge inset outset
            border-top-color border-right-color border-bottom-color border-left-color border-block-start-color border-block-end-color border-inline-start-color border-inline-end-color column-rule-color color background-color text-decoration-color text-emphasis-color -webkit-text-fill-color -webkit-text-stroke-color -webkit-tap-highlight-color flood-color lighting-color stop-color = c 1
            outline-color = c 1 auto invert
            caret-color accent-color = c 1 auto
            border-color = c 4
            border-block-color border-inline-color = c 2
            scrollbar-color = c 2 auto
            border-top border-right border-bottom border-left border-block border-inline border-block-start border-block-end border-inline-start border-inline-end border column-rule = lc* 3 none hidden dotted dashed solid double groove ridge inset outset thin medium thick
            outline = lc* 3 none auto dotted dashed solid double groove ridge inset outset thin medium thick
            border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius border-start-start-radius border-start-end-radius border-end-start-radius border-end-end-radius = lp 2
            border-radius = lp/ 9
            border-spacing = l 2
            border-collapse = w 1 separate collapse
            border-image = lpnm/f* 20
            border-image-source = m 1 none
            border-image-slice = pn 5 fill
            border-image-repeat = w 2 stretch repeat round space
            border-image-width = lpn 4 auto
            border-image-outset = ln 4
            outline-offset column-rule-offset = l 1
            display = w 3 none inline block inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell table-row-group table-header-group table-footer-group table-column table-column-group table-caption list-item run-in contents flow-root flow ruby -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex
            position = w 1 static relative absolute fixed sticky
            float = w 1 none left right inline-start inline-end
            clear = w 1 none left right both inline-start inline-end
            visibility = w 1 visible hidden collapse
            overflow-x overflow-y overflow-block overflow-inline = w 1 visible hidden scroll auto clip
            overflow = w 2 visible hidden scroll auto clip
            overscroll-behavior-x overscroll-behavior-y = w 1 auto contain none
            overscroll-behavior = w 2 auto contain none
            box-sizing = w 1 content-box border-box
            z-index = i 1 auto
            order orphans widows flex-order = i 1
            opacity flex-grow flex-shrink fill-opacity stroke-opacity stop-opacity flood-opacity stroke-miterlimit shape-image-threshold = n 1
            flex = lpn* 3 none auto content
            flex-direction = w 1 row row-reverse column column-reverse
            flex-wrap = w 1 nowrap wrap wrap-reverse
            flex-flow = w* 2 row row-reverse column column-reverse nowrap wrap wrap-reverse
            row-gap column-gap grid-row-gap grid-column-gap = lp 1 normal
            gap grid-gap = lp 2 normal
            align-content = w 2 normal baseline first last space-between space-around space-evenly stretch unsafe safe center start end flex-start flex-end
            justify-content = w 2 normal space-between space-around space-evenly stretch unsafe safe center start end flex-start flex-end left right
            align-items align-self justify-items justify-self = w 2 auto normal stretch baseline first last unsafe safe center start end self-start self-end flex-start flex-end left right legacy anchor-center
            place-content place-items place-self = w* 4 auto normal stretch baseline first last unsafe safe center start end self-start self-end flex-start flex-end left right legacy space-between space-around space-evenly
            grid-template-columns grid-template-rows grid-auto-columns grid-auto-rows = lprxf* 99
            grid-template-areas = s 99 none
            grid-template grid = lprxsf/* 99
            grid-auto-flow = w 2 row column dense
            grid-row-start grid-row-end grid-column-start grid-column-end = ix 3
            grid-row grid-column grid-area = ix/ 15
            columns = li* 2 auto
            column-count = i 1 auto
            column-width = l 1 auto
            column-fill = w 1 auto balance balance-all
            column-span = w 1 none all
            text-align = w 1 start end left right center justify match-parent justify-all
            text-align-last = w 1 auto start end left right center justify match-parent
            text-transform = w 3 none capitalize uppercase lowercase full-width full-size-kana math-auto
            text-decoration-line = w 4 none underline overline line-through blink
            text-decoration-style = w 1 solid double dotted dashed wavy
            text-decoration-thickness = lp 1 auto from-font
            text-decoration = lpc* 6 none underline overline line-through blink solid double dotted dashed wavy auto from-font
            text-underline-offset = lp 1 auto
            text-indent = lp 3 hanging each-line
            text-overflow = s 2 clip ellipsis
            text-rendering = w 1 auto optimizespeed optimizelegibility geometricprecision
            text-wrap = w 2 wrap nowrap balance pretty stable auto
            text-size-adjust -webkit-text-size-adjust = p 1 auto none
            letter-spacing word-spacing = lp 1 normal
            white-space = w 2 normal pre nowrap pre-wrap pre-line break-spaces
            word-break = w 1 normal break-all keep-all break-word auto-phrase
            overflow-wrap word-wrap = w 1 normal break-word anywhere
            line-break = w 1 auto loose normal strict anywhere
            hyphens = w 1 none manual auto
            line-height = lpn 1 normal
            tab-size = ln 1
            vertical-align = lp 1 baseline sub super top text-top middle bottom text-bottom
            font-size = lp 1 xx-small x-small small medium large x-large xx-large xxx-large smaller larger
            font-style = a 2 normal italic oblique
            font-weight = n 1 normal bold bolder lighter
            font-stretch font-width = p 1 normal ultra-condensed extra-condensed condensed semi-condensed semi-expanded expanded extra-expanded ultra-expanded
            font-variant-caps = w 1 normal small-caps all-small-caps petite-caps all-petite-caps unicase titling-caps
            font-kerning = w 1 auto normal none
            font-family = sx,* 99
            font = lpnsx,/* 99
            font-feature-settings font-variation-settings = sn,* 99 normal on off
            list-style-type = sxf 1
            list-style-position = w 1 inside outside
            list-style-image = m 1 none
            list-style = smxf* 3
            background-image mask-image -webkit-mask-image = m, 99 none
            background-position object-position mask-position -webkit-mask-position = lp,* 99 left right top bottom center
            background-position-x background-position-y = lp, 99 left right top bottom center
            background-size mask-size -webkit-mask-size = lp,* 99 auto cover contain
            background-repeat mask-repeat -webkit-mask-repeat = w,* 99 repeat no-repeat space round repeat-x repeat-y
            background-attachment = w, 99 scroll fixed local
            background-origin = w, 99 border-box padding-box content-box
            background-clip -webkit-background-clip = w, 99 border-box padding-box content-box text border-area
            background-blend-mode mix-blend-mode = w, 99 normal multiply screen overlay darken lighten color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity plus-lighter
            background = lpcm,/* 99
            mask -webkit-mask = lpmx,/* 99
            mask-clip mask-origin = w, 99 border-box padding-box content-box margin-box fill-box stroke-box view-box no-clip
            mask-composite = w, 99 add subtract intersect exclude
            mask-mode = w, 99 alpha luminance match-source
            mask-type = w 1 alpha luminance
            clip-path = lpmxf* 9
            clip = lf* 2 auto
            shape-outside shape-margin = lpmf* 9
            object-fit = w 1 fill contain cover none scale-down
            transform = f* 99 none
            transform-origin perspective-origin = lp* 3 left right top bottom center
            transform-box = w 1 content-box border-box fill-box stroke-box view-box
            transform-style = w 1 flat preserve-3d
            backface-visibility = w 1 visible hidden
            perspective = l 1 none
            translate = lp 3 none
            rotate = an* 4 none x y z
            scale = np 3 none
            filter backdrop-filter -webkit-backdrop-filter = fm* 99 none
            box-shadow = lc,* 99 none inset
            text-shadow = lc,* 99 none
            transition = tx,f* 99
            transition-property = x, 99
            transition-duration transition-delay animation-delay animation-duration = t, 99
            transition-timing-function animation-timing-function = f,* 99 ease linear ease-in ease-out ease-in-out step-start step-end
            transition-behavior = w, 99 normal allow-discrete
            animation = tnxsf,* 99
            animation-name = xs, 99
            animation-iteration-count = n, 99 infinite
            animation-direction = w, 99 normal reverse alternate alternate-reverse
            animation-fill-mode = w, 99 none forwards backwards both
            animation-play-state = w, 99 running paused
            will-change = x, 99
            content = smxf* 99
            quotes = s* 99 none auto
            counter-reset counter-increment counter-set = ix* 99
            cursor = mnx,* 99
            pointer-events = w 1 auto none visiblepainted visiblefill visiblestroke visible painted fill stroke all bounding-box
            user-select -webkit-user-select -moz-user-select = w 1 auto text none contain all
            resize = w 1 none both horizontal vertical block inline
            appearance -webkit-appearance -moz-appearance = w 1 none auto button textfield searchfield menulist menulist-button checkbox radio listbox meter progress-bar square-button push-button slider-horizontal
            touch-action = w 4 auto none pan-x pan-left pan-right pan-y pan-up pan-down pinch-zoom manipulation
            scroll-behavior = w 1 auto smooth
            scroll-snap-type = w 2 none x y block inline both mandatory proximity
            scroll-snap-align = w 2 none start end center
            scroll-snap-stop = w 1 normal always
            table-layout = w 1 auto fixed
            caption-side = w 1 top bottom block-start block-end inline-start inline-end
            empty-cells = w 1 show hide
            direction = w 1 ltr rtl
            unicode-bidi = w 1 normal embed isolate bidi-override isolate-override plaintext
            writing-mode = w 1 horizontal-tb vertical-rl vertical-lr sideways-rl sideways-lr
            isolation = w 1 auto isolate
            contain = w 9 none strict content size layout style paint inline-size
            aspect-ratio = n/ 4 auto
            break-before break-after break-inside page-break-before page-break-after page-break-inside = w 1 auto avoid always all avoid-page page left right recto verso avoid-column column avoid-region region
            image-rendering = w 1 auto smooth high-quality pixelated crisp-edges -webkit-optimize-contrast
            fill stroke = cm* 2 none context-fill context-stroke
            stroke-width = lpn 1
            stroke-dashoffset = lpn 1
            stroke-dasharray = lpn, 99 none
            stroke-linecap = w 1 butt round square
            stroke-linejoin = w 1 miter round bevel arcs miter-clip
            fill-rule clip-rule = w 1 nonzero evenodd
            text-anchor = w 1 start middle end
            color-scheme = x 4
            forced-color-adjust = w 1 auto none preserve-parent-color
            print-color-adjust -webkit-print-color-adjust color-adjust = w 1 economy exact
            -webkit-font-smoothing = w 1 auto none antialiased subpixel-antialiased
            -moz-osx-font-smoothing = w 1 auto grayscale
            -webkit-overflow-scrolling = w 1 auto touch
            -webkit-line-clamp = i 1 none
            -webkit-box-orient = w 1 horizontal vertical inline-axis block-axis
            all = w 1
            container-name = x 9
            container-type = w 2 normal size inline-size scroll-state
            container = x/* 9
            position-area = w* 2 top left bottom right center span-all none start end
            -webkit-text-stroke = lc* 2 thin medium thick
            text-emphasis = csx* 3
            src = mxsf,* 99
            offset-path offset = lpamxf/* 9
            """;
    private static final String SHORTHANDS = """
            margin = margin-top margin-right margin-bottom margin-left + margin-block-start margin-block-end margin-inline-start margin-inline-end
            margin-block = margin-block-start margin-block-end
            margin-inline = margin-inline-start margin-inline-end
            padding = padding-top padding-right padding-bottom padding-left + padding-block-start padding-block-end padding-inline-start padding-inline-end
            padding-block = padding-block-start padding-block-end
            padding-inline = padding-inline-start padding-inline-end
            inset = top right bottom left + inset-block-start inset-block-end inset-inline-start inset-inline-end
            inset-block = inset-block-start inset-block-end
            inset-inline = inset-inline-start inset-inline-end
            scroll-margin = scroll-margin-top scroll-margin-right scroll-margin-bottom scroll-margin-left + scroll-margin-block-start scroll-margin-block-end scroll-margin-inline-start scroll-margin-inline-end
            scroll-margin-block = scroll-margin-block-start scroll-margin-block-end
            scroll-margin-inline = scroll-margin-inline-start scroll-margin-inline-end
            scroll-padding = scroll-padding-top scroll-padding-right scroll-padding-bottom scroll-padding-left + scroll-padding-block-start scroll-padding-block-end scroll-padding-inline-start scroll-padding-inline-end
            scroll-padding-block = scroll-padding-block-start scroll-padding-block-end
            scroll-padding-inline = scroll-padding-inline-start scroll-padding-inline-end
            border-radius = border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius + border-start-start-radius border-start-end-radius border-end-start-radius border-end-end-radius
            border-image = border-image-source border-image-slice border-image-width border-image-outset border-image-repeat
            outline = outline-color outline-style outline-width
            column-rule = column-rule-width column-rule-style column-rule-color
            overflow = overflow-x overflow-y
            overscroll-behavior = overscroll-behavior-x overscroll-behavior-y
            flex = flex-grow flex-shrink flex-basis
            flex-flow = flex-direction flex-wrap
            gap = row-gap column-gap + grid-row-gap grid-column-gap
            grid-gap = row-gap column-gap + grid-row-gap grid-column-gap
            place-content = align-content justify-content
            place-items = align-items justify-items
            place-self = align-self justify-self
            grid-row = grid-row-start grid-row-end
            grid-column = grid-column-start grid-column-end
            grid-area = grid-row-start grid-column-start grid-row-end grid-column-end
            grid-template = grid-template-rows grid-template-columns grid-template-areas
            grid = grid-template-rows grid-template-columns grid-template-areas grid-auto-rows grid-auto-columns grid-auto-flow
            columns = column-width column-count
            text-decoration = text-decoration-line text-decoration-thickness text-decoration-style text-decoration-color
            text-emphasis = text-emphasis-style text-emphasis-color
            list-style = list-style-position list-style-image list-style-type
            font = font-style font-variant-ligatures font-variant-caps font-variant-alternates font-variant-numeric font-variant-east-asian font-variant-position font-variant-emoji font-weight font-stretch font-size line-height font-family font-size-adjust font-kerning font-optical-sizing font-feature-settings font-variation-settings font-language-override + font-variant
            background = background-image background-position-x background-position-y background-size background-repeat background-attachment background-origin background-clip background-color
            background-position = background-position-x background-position-y
            transition = transition-property transition-duration transition-timing-function transition-delay transition-behavior
            animation = animation-name animation-duration animation-timing-function animation-delay animation-iteration-count animation-direction animation-fill-mode animation-play-state animation-timeline
            container = container-name container-type
            """;
    private static final Map<String, Property> ALL = new HashMap<>(1024);

    static {
        Map<String, String[][]> sets = shorthands();
        StringTokenizer lines = new StringTokenizer(LINES, "\n");
        while (lines.hasMoreTokens()) {
            line(lines.nextToken(), sets);
        }
    }

    private PropertyTable() {}

    /** Returns what is known of the property with this name in lower case, or null. */
    static @Nullable Property find(String name) {
        return ALL.get(name);
    }

    /** Returns the names of all known properties, sorted. */
    static SortedSet<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    private static void line(String line, Map<String, String[][]> sets) {
        int equals = line.indexOf(" = ");
        StringTokenizer right = new StringTokenizer(line.substring(equals + 3));
        String types = right.nextToken();
        int count = Integer.parseInt(right.nextToken());
        Set<String> keywords = new HashSet<>();
        while (right.hasMoreTokens()) {
            keywords.add(right.nextToken());
        }
        StringTokenizer names = new StringTokenizer(line.substring(0, equals));
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            String[][] set = sets.get(name);
            String[] own = {name};
            ALL.put(
                    name,
                    new Property(name, types, count, keywords, set == null ? own : set[0], set == null ? own : set[1]));
        }
    }

    private static Map<String, String[][]> shorthands() {
        Map<String, String[][]> sets = new HashMap<>();
        StringTokenizer lines = new StringTokenizer(SHORTHANDS, "\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            int equals = line.indexOf(" = ");
            String right = line.substring(equals + 3);
            int plus = right.indexOf(" + ");
            String own = plus < 0 ? right : right.substring(0, plus);
            sets.put(line.substring(0, equals), new String[][] {words(own), words(right)});
        }
        borders(sets);
        return sets;
    }

    /** Adds the border shorthands, whose longhands are the products of sides and aspects. */
    private static void borders(Map<String, String[][]> sets) {
        String[] aspects = {"-width", "-style", "-color"};
        String logical = "-block-start -block-end -inline-start -inline-end";
        StringBuilder all = new StringBuilder();
        StringBuilder allLogical = new StringBuilder();
        for (String aspect : aspects) {
            String own = sides(SIDES, aspect);
            String twins = sides(logical, aspect);
            sets.put("border" + aspect, new String[][] {words(own), words(own + twins)});
            all.append(own);
            allLogical.append(twins);
            same(sets, "border-block" + aspect, sides("-block-start -block-end", aspect));
            same(sets, "border-inline" + aspect, sides("-inline-start -inline-end", aspect));
        }
        for (String side : words(SIDES + " " + logical)) {
            same(sets, "border" + side, sides(side, "-width") + sides(side, "-style") + sides(side, "-color"));
        }
        for (String axis : new String[] {"-block", "-inline"}) {
            StringBuilder both = new StringBuilder();
            for (String aspect : aspects) {
                both.append(sides(axis + "-start " + axis + "-end", aspect));
            }
            same(sets, "border" + axis, both.toString());
        }
        String image =
                "border-image-source border-image-slice border-image-width border-image-outset border-image-repeat";
        all.append(' ').append(image);
        sets.put("border", new String[][] {
            words(all.toString()), words(all.append(' ').append(allLogical).toString())
        });
    }

    private static void same(Map<String, String[][]> sets, String name, String longhands) {
        sets.put(name, new String[][] {words(longhands), words(longhands)});
    }

    private static String sides(String sides, String aspect) {
        StringBuilder out = new StringBuilder();
        for (String side : words(sides)) {
            out.append(" border").append(side).append(aspect);
        }
        return out.toString();
    }

    private static String[] words(String text) {
        StringTokenizer tokenizer = new StringTokenizer(text);
        String[] out = new String[tokenizer.countTokens()];
        for (int i = 0; i < out.length; i++) {
            out[i] = tokenizer.nextToken();
        }
        return out;
    }
}
