package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files the images of a page load, noted in its order, so that an image of the same file is known. Not safe for several threads. */
final class RepeatedImages {
    /** What each of many alike stand-ins and twins adds to a page that is sent compressed: 1,600 of them added 10 kB. */
    private static final int BYTES_OF_TWIN = 6;

    private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,5}");

    private final Page page;
    private final LazyRule.Boxes boxes;
    private final List<Map.Entry<Integer, Tag>> loading = new ArrayList<>();
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, Integer> waiting = new HashMap<>();

    RepeatedImages(Page page, LazyRule.Boxes boxes) {
        this.page = page;
        this.boxes = boxes;
    }

    /** Notes that an image loads at once. */
    void load(Tag tag, int index) {
        // Which file it is, is asked for when an image could wait: most pages have none.
        loading.add(Map.entry(index, tag));
    }

    /** Tells whether an image before this one loads its file at once. */
    boolean isLoaded(Tag tag, int index) {
        loading.forEach(image -> loaded.add(file(image.getValue(), image.getKey())));
        loading.clear();
        return !loaded.isEmpty() && isKnown(loaded, file(tag, index));
    }

    /** Notes that an image waits; tells whether another one waits for the file, and this one says how large it is. */
    boolean waitsAgain(Tag tag, int index) {
        String file = file(tag, index);
        boolean again = isKnown(waiting.keySet(), file) && isPixels(tag, "width") && isPixels(tag, "height");
        waiting.merge(file, again ? 0 : 1, Integer::sum);
        return again;
    }

    /** Returns a decision as it is when all images are noted: those that wait may take more of the page than their file has. */
    LazyRule.Decision weighed(LazyRule.Decision decision) {
        Tag tag = page.markup().tags().get(decision.tag());
        if (decision.outcome() != LazyRule.Outcome.LAZY || !tag.name().equals("img")) {
            return decision;
        }
        int count = waiting.getOrDefault(file(tag, decision.tag()), 0);
        boolean light = count > 1 && (long) count * BYTES_OF_TWIN > boxes.bytes(decision.tag(), "src");
        return light
                ? new LazyRule.Decision(
                        decision.tag(), LazyRule.Outcome.EAGER, "its file is lighter than what waiting takes")
                : decision;
    }

    private static boolean isKnown(Set<String> files, String file) {
        return !file.isEmpty() && files.contains(file);
    }

    private boolean isPixels(Tag tag, String attribute) {
        return PIXELS.matcher(tag.value(attribute, page.text())).matches();
    }

    /** Returns what tells apart the files that images load, or the empty string where it is not known or may be one of several. */
    private String file(Tag tag, int index) {
        if (tag.has("srcset") || tag.within().contains(Ancestor.PICTURE)) {
            return "";
        }
        String file = boxes.file(index, "src");
        if (file != null) {
            return file;
        }
        boolean computed = tag.attributes().stream().anyMatch(a -> a.name().endsWith("th:src"))
                || tag.attribute("data-th-src").isPresent();
        String src = tag.value("src", page.text());
        return computed || src.indexOf('{') >= 0 || src.indexOf('$') >= 0 || src.indexOf('<') >= 0 ? "" : src;
    }
}
