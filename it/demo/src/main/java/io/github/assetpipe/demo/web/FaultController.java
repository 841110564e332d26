package io.github.assetpipe.demo.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Fails on purpose, so that the error page can be seen; only with the profile {@code fault}. */
@Controller
@Profile("fault")
class FaultController {

    @GetMapping("/fault")
    String fail() {
        throw new IllegalStateException("Failing as asked");
    }
}
