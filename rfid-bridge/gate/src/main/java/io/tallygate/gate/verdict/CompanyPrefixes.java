package io.tallygate.gate.verdict;

import io.tallygate.crossing.Epc;
import io.tallygate.epc.CompanyPrefix;
import java.util.Set;

/** Our GS1 company prefixes, and whether an EPC lies under one. */
public record CompanyPrefixes(Set<String> prefixes) {

    public CompanyPrefixes {
        prefixes = Set.copyOf(prefixes);
        if (!prefixes.stream().allMatch(prefix -> prefix.matches("\\d{6,12}"))) {
            throw new IllegalArgumentException("a GS1 company prefix has 6 to 12 digits: " + prefixes);
        }
    }

    public boolean covers(Epc epc) {
        return CompanyPrefix.of(epc.hex()).filter(prefixes::contains).isPresent();
    }
}
