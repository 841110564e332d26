package io.github.assetpipe.js;

/**
 * Syntax that is younger than what all browsers know that run any of today's scripts.
 *
 * <p>The years are those in which the syntax became "Baseline newly available", that is known to the last of Chrome, Edge,
 * Firefox and Safari, as the data of the W3C's WebDX group says (package web-features 3.40.0, {@code by_compat_key} below
 * {@code javascript.*} and {@code javascript.builtins.RegExp.*}). What was so in 2015, the first of these years, is not
 * listed: templates, {@code for of}, spread arguments, short and computed properties. Neither are imports and exports, which
 * only browsers meet that know them.
 */
enum JsFeature {
    LET("let and const", 2016),
    ARROW("an arrow function", 2016),
    CLASS("a class", 2016),
    GENERATOR("a generator", 2016),
    DEFAULT("a default value of a parameter", 2016),
    REST("a rest parameter", 2016),
    DESTRUCTURING("destructuring", 2016),
    REGEX_UNICODE("a regular expression with the flag u or y", 2016, false),
    ASYNC("an async function", 2017),
    EXPONENT("the operator **", 2017),
    NEW_TARGET("new.target", 2017, false),
    OBJECT_SPREAD("... in an object", 2020),
    ASYNC_GENERATOR("an async generator", 2020),
    FOR_AWAIT("for await", 2020),
    CATCH_WITHOUT_NAME("catch without a name", 2020),
    IMPORT_CALL("import()", 2020, false),
    IMPORT_META("import.meta", 2020, false),
    OPTIONAL_CHAIN("optional chaining (?.)", 2020),
    NULLISH("the operator ??", 2020),
    LOGICAL_ASSIGNMENT("a logical assignment (??=, ||=, &&=)", 2020),
    NUMERIC_SEPARATOR("a number with _", 2020),
    BIG_INT("a BigInt", 2020, false),
    REGEX_DOT_ALL("a regular expression with the flag s", 2020, false),
    REGEX_NAMED_GROUP("a named group of a regular expression", 2020, false),
    REGEX_PROPERTY("a Unicode property in a regular expression", 2020, false),
    EXPORT_NAMESPACE("export * as", 2021, false),
    PRIVATE_NAME("a private name (#)", 2021, false),
    REGEX_INDICES("a regular expression with the flag d", 2021, false),
    FIELD("a class field", 2022),
    STATIC_BLOCK("a static block of a class", 2023),
    REGEX_LOOKBEHIND("a lookbehind in a regular expression", 2023, false),
    REGEX_SETS("a regular expression with the flag v", 2023, false),
    IMPORT_ATTRIBUTES("attributes of an import", 2025, false),
    TOP_LEVEL_AWAIT("await outside of a function", 2026, false),
    IMPORT_PHASE("import defer or import source", Integer.MAX_VALUE, false),
    USING("using", Integer.MAX_VALUE, false);

    final String shown;
    final int year;
    /** Whether Closure Compiler can say the same in older syntax. */
    final boolean lowered;

    JsFeature(String shown, int year) {
        this(shown, year, true);
    }

    JsFeature(String shown, int year, boolean lowered) {
        this.shown = shown;
        this.year = year;
        this.lowered = lowered;
    }
}
