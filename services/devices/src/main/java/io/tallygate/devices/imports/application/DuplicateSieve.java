package io.tallygate.devices.imports.application;

import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.imports.domain.Rejection;
import io.tallygate.devices.imports.domain.RowVerdict;
import io.tallygate.devices.imports.domain.SeenKeys;
import io.tallygate.devices.imports.persistence.ImportClaim;
import io.tallygate.devices.ledger.domain.LedgerNo;
import io.tallygate.devices.ledger.domain.UniqueKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes out of a batch what another device has, be it in the ledger or earlier in the same file. Only rows that were accepted
 * count as earlier.
 */
final class DuplicateSieve {

    /** What may be written, and why the rest may not, in the order of the rows. */
    record Sieved(List<RowVerdict.Candidate> accepted, List<Rejection> rejections) {}

    private final ImportClaim claim;
    private final SeenKeys seen;
    private final Set<String> inBatch = new HashSet<>();
    private Map<UniqueKey, Map<String, Optional<UUID>>> taken = Map.of();

    /** @param seen keys of earlier batches of a dry run; a real run finds those in the ledger */
    DuplicateSieve(ImportClaim claim, SeenKeys seen) {
        this.claim = claim;
        this.seen = seen;
    }

    /** @param ledger answers which keys are taken, and by which import */
    Sieved sieve(
            List<RowVerdict> verdicts,
            Function<Map<UniqueKey, Set<String>>, Map<UniqueKey, Map<String, Optional<UUID>>>> ledger) {
        taken = ledger.apply(wanted(verdicts));
        List<RowVerdict.Candidate> accepted = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (RowVerdict verdict : verdicts) {
            switch (verdict) {
                case RowVerdict.Rejected rejected -> rejections.addAll(rejected.reasons());
                case RowVerdict.Candidate candidate -> {
                    List<Rejection> duplicates = duplicates(candidate);
                    rejections.addAll(duplicates);
                    if (duplicates.isEmpty()) {
                        accepted.add(candidate);
                        keysOf(candidate).forEach((key, value) -> inBatch.add(tagged(key, value)));
                    }
                }
            }
        }
        return new Sieved(accepted, rejections);
    }

    /** After the batch has been written: later batches of a dry run must know of it. */
    void remember() {
        if (claim.dryRun()) {
            inBatch.forEach(seen::add);
        }
    }

    private List<Rejection> duplicates(RowVerdict.Candidate candidate) {
        List<Rejection> duplicates = new ArrayList<>();
        keysOf(candidate).forEach((key, value) -> {
            Map<String, Optional<UUID>> owners = taken.getOrDefault(key, Map.of());
            String tagged = tagged(key, value);
            if (inBatch.contains(tagged) || seen.contains(tagged) || isThisImport(owners, value)) {
                duplicates.add(new Rejection(
                        candidate.row(),
                        key.field(),
                        "DUPLICATE_IN_FILE",
                        "An earlier row of the file has it",
                        shown(candidate, key, value)));
            } else if (owners.containsKey(value)) {
                Violation violation = key.violation();
                duplicates.add(new Rejection(
                        candidate.row(),
                        violation.field(),
                        violation.code(),
                        violation.message(),
                        shown(candidate, key, value)));
            }
        });
        return duplicates;
    }

    private boolean isThisImport(Map<String, Optional<UUID>> owners, String value) {
        return owners.getOrDefault(value, Optional.empty())
                .filter(claim.id()::equals)
                .isPresent();
    }

    private static Map<UniqueKey, Set<String>> wanted(List<RowVerdict> verdicts) {
        Map<UniqueKey, Set<String>> wanted = new EnumMap<>(UniqueKey.class);
        for (RowVerdict verdict : verdicts) {
            if (verdict instanceof RowVerdict.Candidate candidate) {
                keysOf(candidate).forEach((key, value) -> wanted.computeIfAbsent(key, any -> new HashSet<>())
                        .add(value));
            }
        }
        return wanted;
    }

    private static Map<UniqueKey, String> keysOf(RowVerdict.Candidate candidate) {
        Map<UniqueKey, String> keys = UniqueKey.of(candidate.details());
        LedgerNo number = candidate.ledgerNo();
        if (number != null) {
            keys.put(UniqueKey.LEDGER_NO, number.value());
        }
        return keys;
    }

    private static String tagged(UniqueKey key, String value) {
        return key.ordinal() + ":" + value;
    }

    /** What the row says, where the key is something else. */
    private static String shown(RowVerdict.Candidate candidate, UniqueKey key, String value) {
        return key == UniqueKey.SERIAL ? candidate.details().serialNo() : value;
    }
}
