package io.github.assetpipe.js;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds in a parsed script the syntax that browsers of some year did not know. */
final class JsAge {
    private static final Map<String, JsFeature> OPERATORS = Map.of(
            "**", JsFeature.EXPONENT,
            "**=", JsFeature.EXPONENT,
            "??", JsFeature.NULLISH,
            "??=", JsFeature.LOGICAL_ASSIGNMENT,
            "||=", JsFeature.LOGICAL_ASSIGNMENT,
            "&&=", JsFeature.LOGICAL_ASSIGNMENT);

    private final int year;
    private final Map<JsFeature, Integer> first = new EnumMap<>(JsFeature.class);

    private JsAge(int year) {
        this.year = year;
    }

    /** A node, and whether a function stands around it. */
    private record Visit(JsNode node, boolean inside) {}

    /** Returns the first use of each syntax that is younger than {@code year}, by offset. */
    static List<JsFile.Newer> newerThan(int year, JsNode program) {
        JsAge age = new JsAge(year);
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(program, false));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            age.look(visit.node(), visit.inside());
            boolean function = visit.node().is(JsKind.FUNCTION) || visit.node().is(JsKind.STATIC_BLOCK);
            visit.node().children.forEach(child -> open.push(new Visit(child, visit.inside() || function)));
        }
        List<JsFile.Newer> found = new ArrayList<>();
        age.first.forEach(
                (feature, at) -> found.add(new JsFile.Newer(at, feature.shown, feature.year, feature.lowered)));
        found.sort(Comparator.comparingInt(JsFile.Newer::offset));
        return found;
    }

    static boolean isPrivateName(JsFile.Newer found) {
        return found.name().equals(JsFeature.PRIVATE_NAME.shown);
    }

    private void found(boolean there, JsFeature feature, JsNode node) {
        if (there && feature.year > year) {
            first.merge(feature, node.start, Math::min);
        }
    }

    private void look(JsNode node, boolean inside) {
        switch (node.kind) {
            case FUNCTION -> function(node);
            case PARAMS -> node.children.forEach(this::parameter);
            case VAR -> {
                found(node.text.equals("let") || node.text.equals("const"), JsFeature.LET, node);
                found(node.text.endsWith("using"), JsFeature.USING, node);
            }
            case DECLARATOR, FOR_IN -> pattern(node.child(0));
            case FOR_OF -> {
                found(node.has(JsNode.AWAIT), JsFeature.FOR_AWAIT, node);
                pattern(node.child(0));
            }
            case CATCH -> {
                found(node.child(0).is(JsKind.NONE), JsFeature.CATCH_WITHOUT_NAME, node);
                pattern(node.child(0));
            }
            case ASSIGN -> {
                operator(node);
                pattern(node.child(0));
            }
            case BINARY -> operator(node);
            case CALL, MEMBER, INDEX -> found(node.has(JsNode.OPTIONAL), JsFeature.OPTIONAL_CHAIN, node);
            case OBJECT ->
                found(node.children.stream().anyMatch(c -> c.is(JsKind.SPREAD)), JsFeature.OBJECT_SPREAD, node);
            case NUMBER -> {
                found(node.text.indexOf('_') >= 0, JsFeature.NUMERIC_SEPARATOR, node);
                found(node.text.endsWith("n"), JsFeature.BIG_INT, node);
            }
            case REGEX -> JsRegexAge.of(node.text).forEach(feature -> found(true, feature, node));
            case AWAIT -> found(!inside, JsFeature.TOP_LEVEL_AWAIT, node);
            default -> rest(node);
        }
    }

    private void rest(JsNode node) {
        switch (node.kind) {
            case CLASS -> found(true, JsFeature.CLASS, node);
            case FIELD -> found(!node.child(0).is(JsKind.PRIVATE), JsFeature.FIELD, node);
            case STATIC_BLOCK -> found(true, JsFeature.STATIC_BLOCK, node);
            case PRIVATE -> found(true, JsFeature.PRIVATE_NAME, node);
            case META ->
                found(true, node.text.equals("new.target") ? JsFeature.NEW_TARGET : JsFeature.IMPORT_META, node);
            case IMPORT_CALL -> {
                found(true, JsFeature.IMPORT_CALL, node);
                found(!node.text.equals("import"), JsFeature.IMPORT_PHASE, node);
            }
            case IMPORT, EXPORT_NAMED -> attributes(node);
            case EXPORT_ALL -> {
                found(!node.child(0).is(JsKind.NONE), JsFeature.EXPORT_NAMESPACE, node);
                attributes(node);
            }
            default -> {}
        }
    }

    private void attributes(JsNode node) {
        found(!node.child(node.size() - 1).is(JsKind.NONE), JsFeature.IMPORT_ATTRIBUTES, node);
    }

    private void function(JsNode node) {
        boolean async = node.has(JsNode.ASYNC);
        boolean generator = node.has(JsNode.GENERATOR);
        found(node.has(JsNode.ARROW), JsFeature.ARROW, node);
        found(async, JsFeature.ASYNC, node);
        found(generator, JsFeature.GENERATOR, node);
        found(async && generator, JsFeature.ASYNC_GENERATOR, node);
    }

    private void parameter(JsNode node) {
        found(node.is(JsKind.ASSIGN), JsFeature.DEFAULT, node);
        found(node.is(JsKind.SPREAD), JsFeature.REST, node);
        pattern(node);
    }

    private void pattern(JsNode target) {
        found(target.is(JsKind.ARRAY) || target.is(JsKind.OBJECT), JsFeature.DESTRUCTURING, target);
    }

    private void operator(JsNode node) {
        JsFeature feature = OPERATORS.get(node.text);
        if (feature != null) {
            found(true, feature, node);
        }
    }
}
