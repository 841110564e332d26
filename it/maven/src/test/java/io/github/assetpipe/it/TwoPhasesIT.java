package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TwoPhasesIT {
    @Test
    void aGoalOfALaterPhaseAddsItsPassToThatOfAnEarlierOne() throws Exception {
        Tree jar = BuiltProject.named("two-phases").tree("target/two-phases-1.jar");
        String css = jar.text("META-INF/resources/css/site.css");

        assertEquals(".basket{color:#2e7d32}.never-used-anywhere{color:red}", css.strip());
    }
}
