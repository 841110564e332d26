package io.github.assetpipe.js;

/**
 * What a {@link JsNode} is. The comment names its children; an absent one is a node of kind {@link #NONE}.
 *
 * <p>Patterns use the kinds of the literals that they look like: {@link #ARRAY}, {@link #OBJECT}, and {@link #ASSIGN} for a
 * default.
 */
enum JsKind {
    /** Nothing stands here: a hole of an array, an omitted part. */
    NONE,

    /** statements */
    PROGRAM,
    /** statements */
    BLOCK,
    /** no children */
    EMPTY,
    /** expression */
    EXPRESSION,
    /** expression; text is the raw directive with its quotes */
    DIRECTIVE,
    /** test, consequent, alternate */
    IF,
    /** init, test, update, body */
    FOR,
    /** left, right, body */
    FOR_IN,
    /** left, right, body; flag AWAIT */
    FOR_OF,
    /** test, body */
    WHILE,
    /** body, test */
    DO,
    /** argument */
    RETURN,
    /** argument */
    THROW,
    /** block, CATCH, finally block */
    TRY,
    /** parameter, block */
    CATCH,
    /** discriminant, CASE... */
    SWITCH,
    /** test (NONE for default), statements */
    CASE,
    /** label in text or "" */
    BREAK,
    /** label in text or "" */
    CONTINUE,
    /** statement; label in text */
    LABELED,
    /** object, body */
    WITH,
    /** no children */
    DEBUGGER,
    /** DECLARATOR...; text is var, let, const, using or await using */
    VAR,
    /** target, init */
    DECLARATOR,
    /** IMPORT_SPECIFIER..., then the source STRING and attributes (OBJECT or NONE) */
    IMPORT,
    /** imported name or STRING ("default", "*" as NAME text), local NAME */
    IMPORT_SPECIFIER,
    /** EXPORT_SPECIFIER..., then source STRING or NONE and attributes (OBJECT or NONE) */
    EXPORT_NAMED,
    /** local NAME or STRING, exported NAME or STRING */
    EXPORT_SPECIFIER,
    /** exported NAME, STRING or NONE, source STRING, attributes */
    EXPORT_ALL,
    /** declaration or expression */
    EXPORT_DEFAULT,
    /** declaration */
    EXPORT_DECLARATION,

    /** name, PARAMS, body (BLOCK, or an expression of an arrow) */
    FUNCTION,
    /** patterns */
    PARAMS,
    /** name, superclass, members */
    CLASS,
    /** key, FUNCTION */
    METHOD,
    /** key, value */
    FIELD,
    /** BLOCK */
    STATIC_BLOCK,

    /** text is the identifier: a reference or a declared name */
    NAME,
    /** text is the name of a property, a label or an exported name: never renamed */
    KEY,
    /** text is null, true or false */
    CONSTANT,
    /** text is the name with # */
    PRIVATE,
    /** raw text */
    NUMBER,
    /** raw text with quotes */
    STRING,
    /** raw text */
    REGEX,
    /** TEMPLATE_TEXT, expression, TEMPLATE_TEXT, ... */
    TEMPLATE,
    /** raw text */
    TEMPLATE_TEXT,
    /** tag, TEMPLATE */
    TAGGED,
    /** elements */
    ARRAY,
    /** PROPERTY, METHOD, SPREAD */
    OBJECT,
    /** key, value; flags COMPUTED, SHORTHAND */
    PROPERTY,
    /** argument; also a rest element */
    SPREAD,
    /** argument; text is the operator */
    UNARY,
    /** argument; text is ++ or --, flag PREFIX */
    UPDATE,
    /** left, right; text is the operator, || && ?? in included */
    BINARY,
    /** target, value; text is the operator */
    ASSIGN,
    /** test, consequent, alternate */
    CONDITIONAL,
    /** callee, arguments; flag OPTIONAL */
    CALL,
    /** callee, arguments */
    NEW,
    /** object, KEY or PRIVATE; flag OPTIONAL */
    MEMBER,
    /** object, expression; flag OPTIONAL */
    INDEX,
    /** expressions */
    SEQUENCE,
    /** argument; flag DELEGATE */
    YIELD,
    /** argument */
    AWAIT,
    /** no children */
    THIS,
    /** no children */
    SUPER,
    /** text is new.target or import.meta */
    META,
    /** arguments; text is import, import.defer or import.source */
    IMPORT_CALL
}
