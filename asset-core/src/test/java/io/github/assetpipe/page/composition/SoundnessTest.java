package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.RewriteOptions.Defer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds decisions against compositions that are played through: macros with nested content, choices, loops, recursion. */
class SoundnessTest {
    private static final int MACROS = 5;
    private static final int PAGES = 3;
    private static final int DEEPEST = 6;

    /** A random site of one file of macros and some pages that call them. */
    private static final class RandomSite {
        private final Random random;
        private final List<PageFacts> facts = new ArrayList<>();
        private List<Block> blocks = new ArrayList<>();
        private int offset;
        private int budget;

        RandomSite(long seed) {
            random = new Random(seed);
            blocks.add(block(Block.Kind.MAIN, "", List.of()));
            for (int i = 0; i < MACROS; i++) {
                budget = 4;
                definition("m" + random.nextInt(MACROS - 1));
            }
            facts.add(new PageFacts("macros", "macros", "freemarker", blocks, Map.of()));
            for (int i = 0; i < PAGES; i++) {
                blocks = new ArrayList<>();
                blocks.add(block(Block.Kind.MAIN, "", List.of()));
                budget = 6;
                List<Item> items = new ArrayList<>(items(0, false));
                items.add(random.nextInt(3), new Item.End(1));
                blocks.set(0, block(Block.Kind.MAIN, "", items));
                facts.add(new PageFacts("page" + i, "page" + i, "freemarker", blocks, Map.of()));
            }
        }

        private static Block block(Block.Kind kind, String name, List<Item> items) {
            int parent = kind == Block.Kind.MAIN ? -1 : 0;
            return new Block(kind, name.isEmpty() ? List.of() : List.of(name), List.of(), false, parent, items);
        }

        private void definition(String name) {
            int index = blocks.size();
            blocks.add(block(Block.Kind.DEFINITION, name, List.of()));
            List<Item> items = items(index, true);
            blocks.set(index, block(Block.Kind.DEFINITION, name, items));
        }

        private List<Item> items(int parent, boolean nested) {
            List<Item> items = new ArrayList<>();
            for (int i = 2 + random.nextInt(2); i > 0; i--) {
                items.add(item(parent, nested));
            }
            return items;
        }

        private Item item(int parent, boolean nested) {
            int kind = budget-- > 0 ? random.nextInt(10) : random.nextInt(5);
            if (kind == 0) {
                return script(Item.Kind.INLINE);
            }
            if (kind == 1 && random.nextInt(6) == 0) {
                return script(Item.Kind.DEFERRED);
            }
            if (kind == 4 && nested) {
                return new Item.Call(1, List.of(Target.of(Target.Kind.PARAMETER, "")), List.of(), -1, false);
            }
            if (kind < 5) {
                return script(Item.Kind.EXTERNAL);
            }
            if (kind < 7) {
                int inner = inner(Block.Kind.PART, parent, random.nextInt(3) == 0, nested);
                return new Item.Part(1, inner);
            }
            int body = inner(Block.Kind.CONTENT, parent, false, nested);
            Target target = new Target(Target.Kind.MACRO, "m" + random.nextInt(MACROS - 1), "");
            return new Item.Call(1, List.of(target), List.of(Fill.named("", body)), -1, true);
        }

        private int inner(Block.Kind kind, int parent, boolean repeats, boolean nested) {
            int index = blocks.size();
            blocks.add(block(kind, "", List.of()));
            List<Item> items = items(index, nested);
            blocks.set(index, new Block(kind, List.of(), List.of(), repeats, parent, items));
            return index;
        }

        private Item script(Item.Kind kind) {
            offset++;
            LogicalPath asset = kind == Item.Kind.EXTERNAL ? LogicalPath.of("a.js") : null;
            return new Item.Script(offset, 1, kind, "a.js", asset, Item.Wish.NONE, List.of());
        }
    }

    /** What was passed to the definition that is being rendered, and to the one that passed it. */
    private record Passed(
            PageFacts page, int block, @Nullable Passed outer) {}

    private static final class Rendering {
        private final List<PageFacts> facts;
        private final Random random;
        private final List<Item.Script> scripts = new ArrayList<>();
        private final List<String> files = new ArrayList<>();

        Rendering(List<PageFacts> facts, Random random) {
            this.facts = facts;
            this.random = random;
        }

        void render(PageFacts page, int index, @Nullable Passed passed, int depth) {
            Block block = page.blocks().get(index);
            for (int round = block.repeats() ? random.nextInt(3) : 1; round > 0; round--) {
                for (Item item : block.items()) {
                    if (scripts.size() < 300 && depth < DEEPEST) {
                        render(page, item, passed, depth);
                    }
                }
            }
        }

        private void render(PageFacts page, Item item, @Nullable Passed passed, int depth) {
            if (item instanceof Item.Script script) {
                scripts.add(script);
                files.add(page.file());
            } else if (item instanceof Item.Part part) {
                if (random.nextInt(4) > 0) {
                    render(page, part.block(), passed, depth + 1);
                }
            } else if (item instanceof Item.Call call) {
                Target target = call.targets().get(0);
                if (target.kind() == Target.Kind.PARAMETER) {
                    if (passed != null) {
                        render(passed.page(), passed.block(), passed.outer(), depth + 1);
                    }
                } else {
                    call(page, call, target, passed, depth);
                }
            }
        }

        private void call(PageFacts page, Item.Call call, Target target, @Nullable Passed passed, int depth) {
            PageFacts macros = facts.get(0);
            List<Integer> found = new ArrayList<>();
            for (int b = 0; b < macros.blocks().size(); b++) {
                if (macros.blocks().get(b).names().contains(target.name())) {
                    found.add(b);
                }
            }
            Passed own = new Passed(page, call.fills().get(0).block(), passed);
            if (found.isEmpty()) {
                render(own.page(), own.block(), passed, depth + 1);
            } else {
                render(macros, found.get(random.nextInt(found.size())), own, depth + 1);
            }
        }
    }

    @Test
    void aDeferredScriptIsNeverFollowedByOneThatIsNotNorPrecededByOneThatWas() {
        int deferred = 0;
        for (int seed = 0; seed < 400; seed++) {
            List<PageFacts> facts = new RandomSite(seed).facts;
            DeferDecisions decisions = DeferDecisions.decide(facts, path -> Optional.of(""), Defer.SAFE);
            Random random = new Random(seed);
            for (int round = 0; round < 8; round++) {
                PageFacts page = facts.get(1 + random.nextInt(PAGES));
                Rendering rendering = new Rendering(facts, random);
                rendering.render(page, 0, null, 0);
                deferred += check(rendering, decisions, "seed " + seed + " " + page.file());
            }
        }
        assertTrue(deferred > 500, "deferred scripts seen: " + deferred);
    }

    private static int check(Rendering rendering, DeferDecisions decisions, String what) {
        int count = 0;
        boolean late = false;
        boolean deferredBefore = false;
        for (int i = 0; i < rendering.scripts.size(); i++) {
            Item.Script script = rendering.scripts.get(i);
            boolean deferred = decisions
                    .of(rendering.files.get(i), script.offset())
                    .map(DeferDecision::deferred)
                    .orElse(false);
            if (script.kind() == Item.Kind.DEFERRED) {
                late = true;
            } else if (deferred) {
                assertTrue(!late, what + ": overtaken by an earlier deferred one: " + script);
                deferredBefore = true;
                count++;
            } else {
                assertTrue(!deferredBefore, what + ": runs before a deferred one now: " + script);
            }
        }
        return count;
    }

    @Test
    void manyPagesWithOneLayoutAreNoSpecialCase() {
        List<PageFacts> facts = new ArrayList<>();
        Item.Script script =
                new Item.Script(1, 1, Item.Kind.EXTERNAL, "a.js", LogicalPath.of("a.js"), Item.Wish.NONE, List.of());
        Item.Call slot = new Item.Call(1, List.of(Target.of(Target.Kind.INHERITED, "content")), List.of(), -1, false);
        facts.add(page("layout.peb", List.of(script, slot, new Item.End(1))));
        for (int i = 0; i < 4_000; i++) {
            Block content =
                    new Block(Block.Kind.CONTENT, List.of("content"), List.of(), false, 0, List.of(script, slot));
            Item.Call call = new Item.Call(
                    1,
                    List.of(Target.template(i % 2 == 0 || i < 2 ? "layout" : "page" + (i - 2))),
                    List.of(Fill.named("content", 1)),
                    -1,
                    true);
            facts.add(new PageFacts(
                    "page" + i + ".peb",
                    "page" + i + ".peb",
                    "pebble",
                    List.of(new Block(Block.Kind.MAIN, List.of(), List.of(), false, -1, List.of(call)), content),
                    Map.of()));
        }
        DeferDecisions decisions = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> DeferDecisions.decide(facts, path -> Optional.of(""), Defer.SAFE));
        assertTrue(decisions.of("layout.peb", 1).orElseThrow().deferred());
    }

    private static PageFacts page(String name, List<Item> items) {
        Block main = new Block(Block.Kind.MAIN, List.of(), List.of(), false, -1, items);
        return new PageFacts(name, name, "pebble", List.of(main), Map.of());
    }
}
