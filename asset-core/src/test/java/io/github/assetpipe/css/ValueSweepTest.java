package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Gives every known property every value of a list, fitting or not, and proves in headless Chromium that the minified
 * declaration is taken or refused as the written one is, and computes to the same.
 */
@Tag("chromium")
@EnabledIf(value = "io.github.assetpipe.css.HeadlessChromium#exists", disabledReason = "Chromium is not installed")
class ValueSweepTest {
    /** Values of all kinds, one a line. */
    private static final String VALUES = """
            initial
            inherit
            UNSET
            revert-layer
            auto
            none
            normal
            0
            0px
            -0px
            +0.0px
            0%
            0em
            0deg
            0s
            0ms
            0fr
            0hz
            0dpi
            1
            1.0
            -1
            +1
            .5
            0.50
            001
            1e3
            1e-2
            1000
            100%
            50%
            33.333333%
            1px
            1.50px
            -1px
            10px 10px
            10px 20px 10px 20px
            1px 2px 3px 4px
            1px 2px 1px
            0px 0px
            0% 0%
            0px 0px 0px
            1px 1px / 1px 1px
            1px 2px / 1px 2px
            10px 10px 10px 10px / 5px 5px 5px 5px
            auto auto
            auto 10px
            10px auto
            1in
            2.54cm
            25.4mm
            72pt
            6pc
            1Q
            12pt
            1.5em
            10REM
            3vw
            3dvh
            1cqw
            90deg
            0.25turn
            100grad
            3.14159rad
            360deg
            500ms
            0.5s
            .05s
            1500ms
            96dpi
            2dppx
            1fr
            red
            RED
            #ff0000
            #F00
            #ff000080
            #f008
            #FF0000FF
            #abcdef
            #zzz
            blue
            transparent
            currentColor
            magenta
            lightgoldenrodyellow
            rgb(255, 0, 0)
            rgb(255 0 0 / 50%)
            rgba(0,0,0,.5)
            rgba(10%, 20%, 30%, 0.4)
            rgb(1.4 2.5 3.6)
            rgb(300 -10 0)
            rgb(none 0 0)
            rgb(1 2 3 / none)
            hsl(120, 100%, 50%)
            hsl(120deg 100% 25% / .3)
            hsl(0.5turn 50 50)
            hwb(90 10% 20%)
            lab(50% 20 30)
            lch(50% 30 120deg)
            oklab(0.5 0.1 -0.1 / 1)
            oklch(60% .2 30 / 100%)
            color(display-p3 1 0.5 0)
            color(srgb 1 0 0)
            color-mix(in srgb, red, blue)
            color-mix(in srgb, red 30%, blue)
            color-mix(in oklab, red 50%, blue 50%)
            color-mix(in hsl longer hue, red, blue)
            light-dark(red, blue)
            light-dark(red, #f00)
            rgb(from red r g b / 0.5)
            hsl(from red h s l)
            Canvas
            ButtonText
            calc(1px + 2px)
            calc(100% - 10px + 0px)
            calc(100% - (10px - 5%))
            calc(2 * 3px)
            calc(10px / 4)
            calc(1px / 3)
            calc(1 / 3)
            calc(50px - 50px)
            calc(1px * 0)
            calc(pi * 1px)
            calc(-1 * 5px)
            calc(1 + 1)
            calc(1.5)
            calc(0)
            calc(1 - .75)
            calc(2 * 1000)
            translate(calc(0), calc(1 - 1))
            fit-content(calc(0))
            calc(90deg + 0.25turn)
            calc(1s + 200ms)
            calc(100%)
            calc(1px - -2px)
            calc((1px + 2em) * 3)
            calc(var(--l) * 2)
            min(1px, 2px)
            max(10px, 5%)
            clamp(1px, 2px, 3px)
            clamp(1px, 5%, 3px)
            min(1px, 1em, 3px)
            round(5.5px, 1px)
            mod(18px, 5px)
            rem(-18px, 5px)
            abs(-3px)
            sign(-3)
            sqrt(16)
            pow(2, 3)
            hypot(3px, 4px)
            sin(30deg)
            exp(0)
            log(1)
            var(--l)
            var( --l , 1px )
            1px var(--l)
            var(--c)
            env(safe-area-inset-top, 0px)
            "a"
            'it''s'
            'a "quoted" one'
            "\\66 oo"
            "a" "b"
            "a" "b" "c" "d"
            url(a.png)
            url("a.png")
            url( 'a b.png' )
            url(./a/b.png)
            linear-gradient(red, blue)
            linear-gradient(180deg, red 0%, blue 100%)
            linear-gradient(to right, red, blue)
            linear-gradient(to top left, red 10%, red 20%, blue)
            linear-gradient(red 0%, red 50%, blue 50%, blue 100%)
            linear-gradient(0deg, red, 30%, blue)
            linear-gradient(90deg, red 0px, blue 10px)
            linear-gradient(in oklch, red, blue)
            repeating-linear-gradient(45deg, red 0%, blue 10%)
            radial-gradient(circle at center, red, blue)
            radial-gradient(ellipse farthest-corner at 50% 50%, red 0%, blue 100%)
            radial-gradient(10px 20px at left top, red, blue)
            radial-gradient(closest-side, red, blue)
            conic-gradient(from 0deg, red, blue)
            conic-gradient(from 45deg at 50% 50%, red 0deg, blue 360deg)
            image-set("a.png" 1x, "b.png" 2x)
            image-set(url(a.png) 1x)
            center
            left
            top
            bottom
            right
            left top
            top left
            center center
            center top
            top center
            center left
            right bottom
            right 10px
            top 10px
            10px top
            10px center
            center 10px
            right 10px bottom 20px
            left 0 top 0
            bottom right 10px
            50% 50%
            50% 0
            100% 100%
            0 0
            left, right
            center, top left
            cover
            contain
            100% auto
            repeat
            no-repeat
            repeat no-repeat
            no-repeat repeat
            repeat repeat
            round space
            repeat-x, no-repeat
            url(a.png) no-repeat
            url(a.png) 0 0
            url(a.png) 0% 0%
            url(a.png) left top
            url(a.png) center / cover
            url(a.png) 0 0 / auto
            url(a.png) 0 0 / 10px 10px
            url(a.png) 0 0 / 10px auto repeat scroll padding-box border-box
            url(a.png) no-repeat fixed center
            url(a.png) content-box
            url(a.png) padding-box content-box
            url(a.png) border-box border-box
            url(a.png), linear-gradient(red, blue), blue
            red none
            transparent url(a.png)
            none repeat scroll 0 0 transparent
            none 0% 0%
            #fff url(a.png) repeat-x bottom left
            solid
            SOLID
            solid dashed
            solid solid solid solid
            1px solid red
            red solid 1px
            1px solid
            medium none currentcolor
            medium
            0 none
            none red
            solid currentColor
            thick double #32a1ce
            1px solid rgb(0 0 0 / 10%)
            inset 0 0 0 1px red
            0px 0px 0px 0px red
            0 1px 2px rgba(0,0,0,.5), inset 0 -1px 0px blue
            red 1px 1px
            1px 1px 0px red
            bold
            400
            700
            450.5
            bolder
            italic
            oblique 14deg
            oblique 20deg
            small
            larger
            12px Arial
            12px/1.5 "Helvetica Neue", Arial, sans-serif
            italic bold 12px/normal serif
            normal normal normal 12px/1.5 a
            small-caps 12px a
            bold condensed 12px/2 'A B'
            caption
            menu
            Arial, Arial, sans-serif
            "Arial", serif
            "sans-serif"
            "Times New Roman"
            Times New Roman
            "initial"
            monospace, monospace
            "a b", "1x"
            block
            inline
            block flow
            inline flow-root
            flow-root
            block flex
            inline grid
            list-item
            block flow list-item
            -webkit-box
            contents
            hidden
            hidden hidden
            hidden scroll
            visible
            clip
            row
            row wrap
            wrap row
            row nowrap
            nowrap
            column wrap-reverse
            1 1 0%
            1 1 0px
            1 1 0
            1 1 auto
            0 1 auto
            0 0 auto
            0 0 0px
            1 0 0%
            2 2 0%
            2 1 10px
            1 10px
            1 1
            1 auto
            10px 1 1
            2 1 0%
            1 1 calc(0px)
            1 1 100%
            1 1 content
            stretch
            start
            start start
            space-between
            safe center
            first baseline
            baseline
            center stretch
            dense
            row dense
            1 / 3
            1 / span 2
            span 2 / auto
            auto / auto / auto / auto
            a / a
            a / a / a / a
            1 / 2 / 3 / 4
            repeat(2, 1fr)
            repeat(auto-fill, minmax(0px, 1fr))
            minmax(0, 1fr) 100px
            [a] 1fr [b]
            fit-content(10px)
            "a b" "c d"
            "a  b"
            "a" 10px / 1fr
            auto-flow / 1fr
            subgrid
            1fr 1fr / auto
            16 / 9
            16/1
            1 / 1
            auto 16 / 9
            2
            3 100px
            100px 3
            auto 3
            auto auto
            underline
            underline solid
            underline solid red
            underline wavy red 2px
            underline currentcolor
            underline auto
            underline overline
            none solid currentcolor
            disc
            disc outside
            disc inside
            outside none disc
            none inside
            square url(a.png)
            decimal
            "-"
            all
            all 1s
            all 1s ease
            all 1s ease 0s
            all 0s ease 0s
            color 1s linear 500ms
            1s
            0s 1s
            opacity 1s, color 2s ease-in 0s
            opacity 1s allow-discrete
            none 1s
            ease
            cubic-bezier(.25,.1,.25,1)
            cubic-bezier(0.42, 0, 1, 1)
            cubic-bezier(0, 0, 1, 1)
            cubic-bezier(0,0,.58,1.0)
            steps(1, start)
            steps(1, end)
            steps(4, end)
            steps(4, jump-end)
            steps(4, jump-start)
            steps(1)
            step-end
            linear(0, 0.5 50%, 1)
            k
            k 1s
            1s k
            k 1s ease 0s 1 normal none running
            k 1s linear infinite alternate both
            k 0s 1s
            none
            none 1s
            ease 1s
            1s ease ease
            k 1s, m 2s infinite
            "k" 1s
            infinite
            alternate
            forwards
            paused
            translate(0)
            translate(0, 0)
            translate(10px, 0px)
            translate(0px, 10px)
            translateX(10px)
            translateY(0)
            translate3d(0, 0, 0)
            translate3d(1px, 2px, 0)
            translate3d(0,0,5px)
            translate(50%, 0%)
            translate(0%, 0%)
            scale(1)
            scale(2, 2)
            scale(1, 2)
            scale(2, 1)
            scale3d(1,1,1)
            scale3d(2,2,1)
            scale(50%)
            rotate(0deg)
            rotate(360deg)
            rotate(0.5turn)
            rotateZ(10deg)
            rotate3d(0,0,1,10deg)
            rotate3d(1,0,0,10deg)
            rotate3d(1,1,1,10deg)
            skew(10deg, 0deg)
            skew(10deg, 0)
            skew(0, 10deg)
            skewY(10deg)
            matrix(1, 0, 0, 1, 0, 0)
            matrix(1,0,0,1,10,20)
            perspective(0px)
            translate(10px) rotate(10deg) scale(2)
            2 2
            1 1 1
            2 2 1
            x 10deg
            z 10deg
            10px 20px 0px
            10px 0px
            0 0 0
            blur(0px)
            blur(5px) brightness(0.5)
            brightness(50%)
            drop-shadow(0px 0px 5px #ff0000)
            drop-shadow(red 1px 1px)
            hue-rotate(0deg)
            opacity(50%)
            inset(0px)
            inset(10px 10px 10px 10px round 5px)
            circle(50% at center)
            circle(10px at 50% 50%)
            ellipse(10px 20px at left top)
            polygon(0px 0px, 100% 0%, 50% 100%)
            path("M 0 0 L 10 10")
            rect(0px, 1px, 2px, 3px)
            rect(auto, auto, auto, auto)
            a 1
            a
            a b
            a 1 b 2
            a 0
            counter(a)
            counters(a, ".")
            counter(a, upper-roman)
            open-quote
            attr(title)
            "a" / "alt"
            "a" counter(b) url(c.png)
            pointer
            url(a.cur), auto
            url(a.cur) 2 3, pointer
            grab
            break-word
            anywhere
            pre-wrap
            collapse
            manipulation
            pan-x pan-y
            x mandatory
            start end
            content
            strict
            layout paint
            light dark
            only light
            "smcp"
            "smcp" 1
            "smcp" on
            "smcp" off
            "smcp" 0, "liga" 1
            "wght" 600
            top span-all
            span-all top
            center top
            span-left bottom
            block-end
            card / inline-size
            card
            inline-size
            multiply
            add, intersect
            alpha
            url(a.svg) no-repeat center / contain
            url(a.svg) 30 round
            url(a.svg) 30 fill / 10px / 2px repeat stretch
            30% fill
            10 10 10 10
            1 2 1 2
            stretch stretch
            round
            linear-gradient(red, blue) 1
            40px 60px
            1 2 3
            10px, 20px
            5 5
            each-line 10px
            2 hanging
            uppercase
            economy
            edges
            vertical-rl
            upright
            dotted
            1px 1px 1px
            max-content
            fit-content
            min-content
            from-font
            -1px -2px
            1.5
            1.0 2.0
            xx-large
            80%
            2em 3
            u+26
            !ie
            foo(1px)
            progid:DXImageTransform.Microsoft.gradient(startColorstr='#1', endColorstr='#2')
            expression(1)
            """;

    private static final String COMPARE = ComputedValues.SAME + """
            const parent = document.createElement('div');
            parent.style.cssText = '--l:3px;--c:green;font:20px serif;width:300px;height:200px;color:teal;position:relative;color-scheme:light';
            const a = document.createElement('p'), b = document.createElement('p');
            parent.append(a, b); document.body.append(parent);
            const found = []; let count = 0;
            for (const [property, source, minified] of cases) {
              a.style.cssText = 'position:absolute;' + source; b.style.cssText = 'position:absolute;' + minified;
              count++;
              if (a.style.length !== b.style.length) { found.push(source + ' -> ' + minified + '   taken ' + a.style.length + ' -> ' + b.style.length); continue; }
              const p = getComputedStyle(a), q = getComputedStyle(b);
              const names = new Set([...a.style, ...b.style]);
              for (const name of names) {
                const v = p.getPropertyValue(name), w = q.getPropertyValue(name);
                if (!same(name, v, w)) found.push(source + ' -> ' + minified + '   ' + name + ': ' + v + ' -> ' + w);
              }
            }
            report = count + ' declarations\\n' + found.slice(0, 2000).join('\\n') + '\\nDIFFERENCES ' + found.length;
            """;

    @Test
    void everyPropertyComputesTheSame() throws Exception {
        String[] values = VALUES.split("\n");
        StringBuilder data = new StringBuilder();
        for (String property : PropertyTable.names()) {
            for (String value : values) {
                String source = property + ":" + value;
                String minified = CssMinifier.minify("a{" + source + "}");
                String kept = minified.isEmpty() ? "" : minified.substring(2, minified.length() - 1);
                if (!kept.equals(source)) {
                    data.append('[').append(HeadlessChromium.quote(property)).append(',');
                    data.append(HeadlessChromium.quote(source)).append(',');
                    data.append(HeadlessChromium.quote(kept)).append("],\n");
                }
            }
        }
        String report = HeadlessChromium.run(data.toString(), COMPARE);
        assertTrue(report.endsWith("DIFFERENCES 0"), report);
    }
}
