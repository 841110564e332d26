package io.github.assetpipe.page.composition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the names in calls lead to: the blocks of all pages, by template, macro, tag and definition name. */
final class Definitions {
    /** A block of a page. */
    record BlockOf(int page, int block) {}

    /**
     * What a call leads to.
     *
     * @param blocks the blocks, of which one is rendered
     * @param known whether these are all that can be rendered
     * @param sequence whether the blocks of one page may all be rendered, one after the other
     */
    record Found(List<BlockOf> blocks, boolean known, boolean sequence) {}

    private static final Found NOTHING = new Found(List.of(), true, false);
    private static final Found UNKNOWN = new Found(List.of(), false, false);
    private static final int LITERAL_LETTERS = 3;

    private final List<PageFacts> pages;
    private final TemplateNames names;
    private final Map<String, List<BlockOf>> macros = new HashMap<>();
    private final Map<String, List<BlockOf>> captures = new HashMap<>();
    private final Map<String, List<BlockOf>> contents = new HashMap<>();
    private final Map<String, List<Integer>> tiles = new HashMap<>();
    private final Map<String, Found> templates = new HashMap<>();
    private final Map<String, Found> named = new HashMap<>();

    Definitions(List<PageFacts> pages) {
        this.pages = pages;
        this.names = new TemplateNames(pages);
        for (int p = 0; p < pages.size(); p++) {
            PageFacts page = pages.get(p);
            if (page.engine().equals(TilesDefinitions.ENGINE)) {
                tiles.computeIfAbsent(page.name(), n -> new ArrayList<>()).add(p);
            }
            for (int b = 0; b < page.blocks().size(); b++) {
                index(page, new BlockOf(p, b));
            }
        }
    }

    private void index(PageFacts page, BlockOf block) {
        Block own = page.blocks().get(block.block());
        Map<String, List<BlockOf>> map = switch (own.kind()) {
            case DEFINITION -> macros;
            case CAPTURE -> captures;
            case CONTENT -> contents;
            default -> null;
        };
        if (map != null) {
            for (String name : own.names()) {
                map.computeIfAbsent(key(page, name), k -> new ArrayList<>()).add(block);
            }
        }
    }

    private static String key(PageFacts page, String name) {
        return TemplateNames.family(page.engine()) + '\n' + name;
    }

    /** Looks a target up that does not depend on who calls the page. */
    Found find(int page, Target target) {
        PageFacts from = pages.get(page);
        return switch (target.kind()) {
            case TEMPLATE -> template(page, target);
            case MACRO -> macro(from, target);
            case TAG -> tag(page, target);
            case DEFINITION -> definition(target.name());
            case VARIABLE -> new Found(captures.getOrDefault(key(from, target.name()), List.of()), true, false);
            case NAMED ->
                named.computeIfAbsent(
                        key(from, target.name()), key -> new Found(contents.getOrDefault(key, List.of()), true, false));
            case INHERITED, PARAMETER, SCREEN -> NOTHING;
        };
    }

    private Found template(int page, Target target) {
        if (target.name().isEmpty()) {
            return parts(Set.of(page), target.part(), true);
        }
        PageFacts from = pages.get(page);
        boolean computed = target.name().indexOf('*') >= 0;
        String folder = computed ? "" : from.name().substring(0, from.name().lastIndexOf('/') + 1);
        String key = key(from, folder + '\n' + target.name() + '\n' + target.part());
        return templates.computeIfAbsent(key, k -> {
            Set<Integer> found = new LinkedHashSet<>(names.find(from, target.name()));
            boolean anything = computed && isAnything(target.name());
            if (anything) {
                // A page that is a document of its own is not what a computed name leads to.
                found.removeIf(
                        i -> pages.get(i).blocks().get(0).items().stream().anyMatch(Item.End.class::isInstance)
                                && target.part().isEmpty());
            }
            return found.isEmpty() ? UNKNOWN : parts(found, target.part(), !anything);
        });
    }

    /** Whether hardly a letter of a computed name is literal, its ending aside. */
    private static boolean isAnything(String name) {
        String literal = name.replaceFirst("\\*\\.\\w+$", "*");
        return literal.chars().filter(Character::isLetterOrDigit).count() < LITERAL_LETTERS;
    }

    private Found parts(Set<Integer> found, String part, boolean known) {
        List<BlockOf> blocks = new ArrayList<>();
        for (int p : found) {
            blocks.addAll(parts(p, part));
        }
        return new Found(List.copyOf(blocks), known, !part.isEmpty());
    }

    /** Returns the blocks of a page that a selector names; all of the page for a selector that is not just a name. */
    private List<BlockOf> parts(int page, String part) {
        boolean simple = part.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-#.:".indexOf(c) >= 0);
        if (part.isEmpty() || !simple || !pages.get(page).engine().equals("thymeleaf") && !isFragmentEngine(page)) {
            return List.of(new BlockOf(page, 0));
        }
        List<BlockOf> blocks = new ArrayList<>();
        List<Block> all = pages.get(page).blocks();
        for (int b = 0; b < all.size(); b++) {
            if (all.get(b).names().contains(part)) {
                blocks.add(new BlockOf(page, b));
            }
        }
        boolean compound = part.indexOf('.') > 0 || part.indexOf('#') > 0;
        return blocks.isEmpty() && compound ? List.of(new BlockOf(page, 0)) : blocks;
    }

    private boolean isFragmentEngine(int page) {
        return pages.get(page).engine().equals("qute");
    }

    private Found macro(PageFacts from, Target target) {
        List<BlockOf> all = macros.getOrDefault(key(from, target.name()), List.of());
        String imported = from.libraries().get(target.part());
        if (!target.part().isEmpty() && imported != null) {
            Set<Integer> files = names.find(from, imported);
            List<BlockOf> own =
                    all.stream().filter(b -> files.contains(b.page())).toList();
            all = own.isEmpty() ? all : own;
        }
        if (!all.isEmpty()) {
            return new Found(all, true, false);
        }
        boolean plain = isPlainLibrary(target.part()) || target.name().startsWith("spring");
        return plain ? NOTHING : UNKNOWN;
    }

    /** Namespaces of FreeMarker that frameworks bring along, whose macros render no scripts. */
    private static boolean isPlainLibrary(String space) {
        return Set.of("spring", "security", "sec", "fmt", "i18n", "core", "fn").contains(space);
    }

    private Found tag(int page, Target target) {
        PageFacts from = pages.get(page);
        String library = from.libraries().getOrDefault(target.part(), "");
        if (library.isEmpty()) {
            library = elsewhere(target.part());
        }
        if (JspTags.isTagDirectory(library) && !library.contains("://")) {
            String folder = library.endsWith("/") ? library : library + "/";
            Set<Integer> files = names.find(from, folder + target.name());
            return files.isEmpty() ? UNKNOWN : parts(files, "", true);
        }
        return TagLibraries.isPlain(library, target.part(), target.name(), Map.of()) ? NOTHING : UNKNOWN;
    }

    /** Returns what a prefix stands for in the pages that say it, if they agree. */
    private String elsewhere(String prefix) {
        Set<String> said = new LinkedHashSet<>();
        for (PageFacts page : pages) {
            String library = page.libraries().get(prefix);
            if (library != null) {
                said.add(library);
            }
        }
        return said.size() == 1 ? said.iterator().next() : "";
    }

    private Found definition(String name) {
        List<Integer> found = new ArrayList<>(tiles.getOrDefault(name, List.of()));
        if (found.isEmpty()) {
            for (Map.Entry<String, List<Integer>> entry : tiles.entrySet()) {
                if (entry.getKey().indexOf('*') >= 0 && matches(entry.getKey(), name)) {
                    found.addAll(entry.getValue());
                }
            }
            found.sort(Integer::compare);
        }
        return found.isEmpty()
                ? UNKNOWN
                : new Found(found.stream().map(p -> new BlockOf(p, 0)).toList(), true, false);
    }

    private static boolean matches(String pattern, String name) {
        int at = 0;
        for (String part : pattern.split("\\*+", -1)) {
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
