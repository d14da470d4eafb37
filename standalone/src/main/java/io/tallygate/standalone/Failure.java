package io.tallygate.standalone;

import io.tallygate.standalone.supervise.PartStatus;
import java.util.stream.Collectors;

/** Says which part did not come up, why, and where to read on. */
final class Failure {
    private Failure() {}

    static String text(PartStatus part) {
        String[] lines = part.reason().split("\n", 2);
        String tail = lines.length < 2
                ? ""
                : lines[1].lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        return part.name() + " did not come up: " + lines[0] + "\n" + tail + "  log: " + part.log()
                + "\nEverything else has been stopped again.\n";
    }
}
