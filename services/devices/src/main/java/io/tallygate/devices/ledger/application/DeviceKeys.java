package io.tallygate.devices.ledger.application;

import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.ledger.domain.DeviceDetails;
import io.tallygate.devices.ledger.domain.Ledger;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.domain.UniqueKey;
import io.tallygate.devices.ledger.persistence.LedgerNumbers;
import io.tallygate.devices.ledger.persistence.RetiredEpcs;
import io.tallygate.devices.ledger.persistence.TakenKeys;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks after what no two devices may share. It looks at the whole ledger, whoever asks: a key is taken even when the asker may not
 * see by what. It leaves everything bound, so {@link LedgerWriter} binds the writer's own scope again.
 */
@Singleton
public class DeviceKeys {

    private final TakenKeys takenKeys;
    private final LedgerNumbers numbers;
    private final RetiredEpcs retiredEpcs;
    private final ScopeBinding scopeBinding;

    public DeviceKeys(TakenKeys takenKeys, LedgerNumbers numbers, RetiredEpcs retiredEpcs, ScopeBinding scopeBinding) {
        this.takenKeys = takenKeys;
        this.numbers = numbers;
        this.retiredEpcs = retiredEpcs;
        this.scopeBinding = scopeBinding;
    }

    /** 409 with every key of the device that another one has; empty when all are free. */
    public Optional<Refusal> free(@Nullable LedgerNo ledgerNo, DeviceDetails details) {
        Map<UniqueKey, List<String>> wanted = new EnumMap<>(UniqueKey.class);
        UniqueKey.of(details).forEach((key, value) -> wanted.put(key, List.of(value)));
        if (ledgerNo != null) {
            wanted.put(UniqueKey.LEDGER_NO, List.of(ledgerNo.value()));
        }
        return refusal(wanted);
    }

    /** As {@link #free}, for keys that a device takes anew. An EPC that was its own before may be its own again. */
    public Optional<Refusal> refusal(Map<UniqueKey, List<String>> wanted, UUID device) {
        List<String> epcs = wanted.getOrDefault(UniqueKey.EPC, List.of());
        if (!epcs.isEmpty() && retiredEpcs.isOf(epcs.getFirst(), device)) {
            Map<UniqueKey, List<String>> others = new EnumMap<>(wanted);
            others.remove(UniqueKey.EPC);
            return refusal(others);
        }
        return refusal(wanted);
    }

    private Optional<Refusal> refusal(Map<UniqueKey, List<String>> wanted) {
        List<Violation> duplicates =
                taken(wanted).keySet().stream().map(UniqueKey::violation).toList();
        return duplicates.isEmpty() ? Optional.empty() : Optional.of(duplicate(duplicates));
    }

    /** Which of many keys are taken, each with the import that took it. */
    public Map<UniqueKey, Map<String, Optional<UUID>>> taken(Map<UniqueKey, ? extends Collection<String>> wanted) {
        scopeBinding.bind(Scope.everything());
        return takenKeys.among(wanted);
    }

    /** The next numbers of a ledger that are neither taken nor among {@code reserved}. */
    public List<LedgerNo> numbers(Ledger ledger, int year, int count, Set<LedgerNo> reserved) {
        scopeBinding.bind(Scope.everything());
        return numbers.next(ledger, year, count, reserved);
    }

    static Refusal duplicate(List<Violation> duplicates) {
        Violation first = duplicates.getFirst();
        return new Refusal(409, first.code(), first.message(), duplicates);
    }
}
