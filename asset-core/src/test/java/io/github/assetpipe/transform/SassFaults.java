package io.github.assetpipe.transform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stylesheets with one mistake each, as people make them. */
final class SassFaults {
    /** Between two stylesheets stands a line of three hyphens. */
    private static final String SYNTAX = """
            .a { color: red
            ---
            .a { color red; }
            ---
            .a { color: red; }}
            ---
            .a { width: (1 + 2; }
            ---
            .a { width: calc(1px + ); }
            ---
            .a { content: "open; }
            ---
            .a { background: url(open; }
            ---
            /* open
            .a { color: red; }
            ---
            .a { &b & { color: red; } }
            .b & .c { color: 1 + ; }
            ---
            $a: ;
            ---
            $: 1;
            ---
            .a { color: #; }
            ---
            .a { color: #12; }
            ---
            .a { #{$b: red; }
            ---
            @if { .a { color: red; } }
            ---
            @else { .a { color: red; } }
            ---
            @each $a of 1, 2 { .a { color: red; } }
            ---
            @for $i from 1 { .a { color: red; } }
            ---
            @while { .a { color: red; } }
            ---
            @mixin { color: red; }
            ---
            @function f { @return 1; }
            ---
            @function f() { color: red; }
            ---
            @include;
            ---
            .a { @extend; }
            ---
            .a { width: 1px 2px,, 3px; }
            ---
            .a { width: 10px*; }
            ---
            .a { color: red; > }
            ---
            .a[b { color: red; }
            ---
            .a:not( { color: red; }
            ---
            @media (min-width: { .a { color: red; } }
            ---
            @use;
            ---
            @use "sass:math" as;
            ---
            .a { @use "sass:math"; }
            ---
            .a { color: red; }
            @use "sass:math";
            ---
            @supports (display: grid { .a { color: red; } }
            ---
            .a { width: if(; }
            ---
            .é { color: rot; width: 1px + ü; }
            .ü { color: $🎉ä; }
            ---
            $map: (a: 1, b 2);
            """;

    private static final String NAMES = """
            .a {
              color: $brnad;
            }
            ---
            .a { @include button; }
            ---
            @use "sass:math";
            .a { width: math.dvi(1, 2); }
            ---
            .a { width: math.div(1, 2); }
            ---
            @use "sass:math";
            .a { width: math.$tau; }
            ---
            @use "sass:maths";
            ---
            .a { @extend .missing; }
            ---
            .a { @extend %missing; }
            ---
            $a: 1;
            .a { width: $A; }
            ---
            @mixin m($a) { width: $a; }
            .a { @include m; }
            ---
            @mixin m($a) { width: $a; }
            .a { @include m(1, 2); }
            ---
            @mixin m($a) { width: $a; }
            .a { @include m($b: 2); }
            ---
            @mixin m($a, $a) { width: $a; }
            ---
            @function f($a) { @return $b; }
            .a {
              width: f(1);
            }
            ---
            @mixin m { @content; }
            .a { @include m { color: $x; } }
            ---
            @mixin m { width: 1px; }
            .a { @include m { color: red; } }
            ---
            @use "missing";
            ---
            @import "missing/part";
            ---
            @forward "missing";
            ---
            @use "other";
            .a { width: other.$none; }
            // file: _other.scss
            $some: 1;
            ---
            @use "other" with ($none: 2);
            // file: _other.scss
            $some: 1 !default;
            ---
            @use "other";
            .a { width: other.$-private; }
            // file: _other.scss
            $-private: 1;
            ---
            @use "other";
            // file: _other.scss
            .b {
              color: $wrong;
            }
            ---
            @use "other";
            .a { @include other.m(1); }
            // file: _other.scss
            @mixin m($a) {
              width: $a + (b: c);
            }
            ---
            @use "other";
            @use "deep/other";
            // file: _other.scss
            $a: 1;
            // file: deep/_other.scss
            $b: 1;
            ---
            @use "other" as *;
            @use "more" as *;
            .a { width: $a; }
            // file: _other.scss
            $a: 1;
            // file: _more.scss
            $a: 2;
            ---
            @use "loop";
            // file: _loop.scss
            @use "app";
            ---
            @use "other";
            // file: _other.sass
            .b
              color: red
             width: 1px
            ---
            @use "both";
            // file: _both.scss
            $a: 1;
            // file: _both.sass
            $a: 2
            """;

    private static final String VALUES = """
            .a { width: 1px + 1s; }
            ---
            .a { width: 1px * 2px; }
            ---
            @use "sass:math";
            .a { width: math.sqrt(4px); }
            ---
            @use "sass:list";
            .a { width: list.nth(1 2 3, 5); }
            ---
            @use "sass:map";
            .a { width: map.get(1px, a); }
            ---
            @use "sass:color";
            .a { color: color.adjust(red, $red: 1000px, $hue: 2px); }
            ---
            @use "sass:color";
            .a { color: color.mix(red, 1px); }
            ---
            @use "sass:string";
            .a { width: string.slice(abc, 1.5); }
            ---
            .a { color: rgb(1, 2); }
            ---
            .a { color: rgba(red); }
            ---
            .a { width: (a: 1); }
            ---
            .a { width: -(a: 1); }
            ---
            .a { width: (a: 1, a: 2); }
            ---
            @error "stop: #{1 + 1}";
            ---
            @function f() { @if false { @return 1; } }
            .a { width: f(); }
            ---
            @each $a, $b in (x y) { .#{$a} { width: $b + (c: d); } }
            ---
            .a { width: calc(1px + 2s); }
            ---
            .a { width: min(1px, 2s); }
            ---
            .a { @at-root { color: red; } color: 1 % 1px / foo(; }
            ---
            color: red;
            ---
            .a { @media screen { @include m(); } }
            ---
            .a { @return 1; }
            ---
            @function f() { @return f(1); }
            .a { width: f(); }
            ---
            @mixin outer { @include inner; }
            @mixin inner { width: 1px + 1s; }
            .a {
              @include outer;
            }
            ---
            .a { .b { @extend .c .d; } }
            ---
            @charset utf-8;
            ---
            .a:hover::before::after { &x&y { color: $z } }
            ---
            $list: 1 2;
            .a { width: $list + (); height: $list.a; }
            """;

    private static final String INDENTED = """
            .a
              color: $x
            ---
            .a
            	color: red
                width: 1px
            ---
            .a
              color: red;;
              }
            ---
            =m
              width: 1px
            .a
              +n
            ---
            .a { color: red }
            """;

    private static final String FILE = "// file: ";

    private SassFaults() {}

    /** Returns the projects: file names to texts, the entry {@code app.scss} or {@code app.sass} first. */
    static Stream<Map<String, String>> all() {
        return Stream.concat(
                Stream.of(SYNTAX, NAMES, VALUES).flatMap(SassFaults::split).map(text -> files("app.scss", text)),
                split(INDENTED).map(text -> files("app.sass", text)));
    }

    private static Stream<String> split(String texts) {
        return Arrays.stream(texts.split("(?m)^---\n"));
    }

    private static Map<String, String> files(String entry, String text) {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> parts = List.of(text.split("(?m)^" + FILE));
        files.put(entry, parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            int line = part.indexOf('\n');
            files.put(part.substring(0, line), part.substring(line + 1));
        }
        return files;
    }
}
