package io.tallygate.sightings.epcis.domain;

import io.tallygate.epc.EpcPattern;
import io.tallygate.sightings.tag.domain.Epc;
import java.util.List;
import java.util.Set;

/** EPCs of which an event must bear one: single ones and patterns. With neither it finds nothing. */
public record EpcMatch(Set<Epc> epcs, List<EpcPattern> patterns) {

    public EpcMatch {
        epcs = Set.copyOf(epcs);
        patterns = List.copyOf(patterns);
    }

    public boolean matches(Epc epc) {
        return epcs.contains(epc) || patterns.stream().anyMatch(pattern -> pattern.matches(epc.value()));
    }
}
