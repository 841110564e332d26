package io.github.assetpipe.js;

import java.util.List;

/**
 * A parsed file.
 *
 * @param program its tree
 * @param module whether it is a module
 * @param licences the comments that must stay, as pairs of offsets
 */
record JsProgram(JsNode program, boolean module, List<int[]> licences) {

    /** Parses a file; it is a module when only that goal admits what it says. */
    static JsProgram parse(String source) throws JsSyntaxException {
        JsParser script = new JsParser(source, false);
        JsSyntaxException problem = null;
        try {
            JsNode program = script.program();
            if (!script.sawModuleSyntax) {
                return new JsProgram(program, false, script.lexer.licences);
            }
        } catch (JsSyntaxException e) {
            problem = e;
        }
        if (problem != null && !script.sawModuleSyntax && !source.contains("await")) {
            throw problem;
        }
        JsParser module = new JsParser(source, true);
        try {
            JsNode program = module.program();
            if (problem != null && !module.sawModuleSyntax && !module.sawTopLevelAwait) {
                throw problem;
            }
            return new JsProgram(program, true, module.lexer.licences);
        } catch (JsSyntaxException e) {
            throw problem != null && !module.sawModuleSyntax ? problem : e;
        }
    }
}
