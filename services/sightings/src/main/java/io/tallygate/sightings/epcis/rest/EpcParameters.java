package io.tallygate.sightings.epcis.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.epc.DigitalLinks;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcPattern;
import io.tallygate.epc.EpcPatternText;
import io.tallygate.epc.EpcProblem;
import io.tallygate.epc.EpcText;
import io.tallygate.sightings.epcis.domain.EpcMatch;
import io.tallygate.sightings.tag.domain.Epc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The values of {@code MATCH_epc} and its kin: URIs, patterns, Digital Links, hex. */
final class EpcParameters {

    /** Each is several ranges in the store. */
    private static final int MOST_PATTERNS = 20;

    private final String name;
    private final Violations violations;
    private final Set<Epc> epcs = new HashSet<>();
    private final List<EpcPattern> patterns = new ArrayList<>();

    private EpcParameters(String name, Violations violations) {
        this.name = name;
        this.violations = violations;
    }

    /** @param violations gets what is not understood, under the parameter's {@code name} */
    static EpcMatch read(String name, List<String> values, Violations violations) {
        EpcParameters parameters = new EpcParameters(name, violations);
        values.forEach(parameters::take);
        violations.addIf(
                parameters.patterns.size() > MOST_PATTERNS, name, "TOO_MANY", "At most " + MOST_PATTERNS + " patterns");
        return new EpcMatch(parameters.epcs, parameters.patterns);
    }

    private void take(String text) {
        if (!EpcPattern.looksLike(text)) {
            takeName(text);
            return;
        }
        switch (EpcPattern.read(text)) {
            case EpcPatternText.Understood understood -> patterns.add(understood.pattern());
            case EpcPatternText.Refused refused -> refuse(refused.problem());
        }
    }

    /** A pure identity and a Digital Link are on tags of any filter value; a tag URI, a raw one and hex name one tag. */
    private void takeName(String text) {
        List<String> linked = DigitalLinks.tagsOf(text);
        if (!linked.isEmpty()) {
            linked.forEach(hex -> epcs.add(new Epc(hex)));
            return;
        }
        switch (EpcCodec.read(text)) {
            case EpcText.Understood understood
            when text.startsWith("urn:epc:id:") ->
                EpcCodec.sameIdentity(understood.hex()).forEach(hex -> epcs.add(new Epc(hex)));
            case EpcText.Understood understood -> epcs.add(new Epc(understood.hex()));
            case EpcText.Refused refused -> refuse(refused.problem());
        }
    }

    private void refuse(EpcProblem problem) {
        violations.add(name, problem.name(), problem.message());
    }
}
