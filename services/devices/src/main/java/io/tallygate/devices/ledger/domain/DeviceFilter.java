package io.tallygate.devices.ledger.domain;

import io.tallygate.commons.identity.Level;
import java.util.Optional;
import java.util.Set;

/**
 * What a list is narrowed to; empty narrows nothing.
 *
 * @param text sought in ledger number, name, model, serial number and EPC, whatever its case
 */
public record DeviceFilter(
        Optional<String> department,
        Set<DeviceKind> kinds,
        Set<Level> levels,
        Optional<Boolean> classified,
        Optional<String> keeper,
        Set<DeviceState> states,
        Optional<String> text) {

    public DeviceFilter {
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        states = Set.copyOf(states);
    }
}
