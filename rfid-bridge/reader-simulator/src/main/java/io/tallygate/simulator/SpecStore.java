package io.tallygate.simulator;

import io.tallygate.llrp.control.RoSpecDialect;
import io.tallygate.llrp.control.RoSpecPlan;
import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.simulator.Answers.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.ROSpecState;
import org.llrp.ltk.generated.interfaces.SpecParameter;
import org.llrp.ltk.generated.parameters.AISpec;
import org.llrp.ltk.generated.parameters.ROSpec;
import org.llrp.ltk.types.UnsignedInteger;

/** The ROSpecs on the reader and what each is doing (LLRP 1.1, 11.2.1). */
final class SpecStore {

    private static final int RO_SPEC = 177;
    private static final int AI_SPEC = 183;
    private static final long EVERY_SPEC = 0;
    private static final int EVERY_ANTENNA = 0;

    private final int antennas;
    private final RoSpecDialect dialect;
    private final Map<Long, Entry> specs = new TreeMap<>();

    /** @param dialect the most telling ROSpec that is taken */
    SpecStore(int antennas, RoSpecDialect dialect) {
        this.antennas = antennas;
        this.dialect = dialect;
    }

    /** In the order of the numbers LLRP has for them. */
    private enum Stage {
        DISABLED,
        INACTIVE,
        ACTIVE
    }

    private record Entry(Stage stage, Set<Integer> antennas, ROSpec spec) {
        Entry at(Stage next) {
            return new Entry(next, antennas, spec);
        }
    }

    Verdict add(@Nullable ROSpec spec) {
        if (spec == null) {
            return Verdict.parameter(RO_SPEC, "no ROSpec");
        }
        long id = spec.getROSpecID().toLong();
        if (id == EVERY_SPEC || specs.containsKey(id)) {
            return Verdict.parameter(RO_SPEC, "ROSpecID " + id + " cannot be added");
        }
        Set<Integer> asked = antennasOf(spec);
        if (asked.isEmpty() || asked.stream().anyMatch(it -> it > antennas)) {
            return Verdict.parameter(AI_SPEC, "antennas " + asked + ", this reader has " + antennas);
        }
        Verdict refusal = SpecTaste.of(dialect).refusal(spec);
        if (refusal != null) {
            return refusal;
        }
        specs.put(id, new Entry(Stage.DISABLED, asked, spec));
        return Verdict.SUCCESS;
    }

    private static Set<Integer> antennasOf(ROSpec spec) {
        Set<Integer> antennas = new HashSet<>();
        for (SpecParameter each : spec.getSpecParameterList()) {
            if (each instanceof AISpec inventory) {
                for (int i = 0; i < inventory.getAntennaIDs().size(); i++) {
                    antennas.add(inventory.getAntennaIDs().get(i).intValue());
                }
            }
        }
        return antennas;
    }

    /** As another program would add and start one, of which nothing is known here but its number. */
    void runAnothers(long id) {
        ROSpec spec = SetupMessages.addRoSpec(RoSpecPlan.plain(List.of(EVERY_ANTENNA)))
                .getROSpec();
        spec.setROSpecID(new UnsignedInteger(id));
        specs.put(id, new Entry(Stage.ACTIVE, Set.of(EVERY_ANTENNA), spec));
    }

    Verdict delete(long id) {
        if (id == EVERY_SPEC) {
            specs.clear();
            return Verdict.SUCCESS;
        }
        return specs.remove(id) == null ? unknown(id) : Verdict.SUCCESS;
    }

    Verdict enable(long id) {
        return change(id, it -> it.stage() == Stage.DISABLED ? it.at(Stage.INACTIVE) : it);
    }

    Verdict disable(long id) {
        return change(id, it -> it.at(Stage.DISABLED));
    }

    Verdict start(long id) {
        Entry entry = specs.get(id);
        if (entry != null && entry.stage() == Stage.DISABLED) {
            return Verdict.field("ROSpec " + id + " is not enabled");
        }
        return change(id, it -> it.at(Stage.ACTIVE));
    }

    Verdict stop(long id) {
        return change(id, it -> it.stage() == Stage.ACTIVE ? it.at(Stage.INACTIVE) : it);
    }

    private Verdict change(long id, UnaryOperator<Entry> change) {
        if (id == EVERY_SPEC) {
            specs.replaceAll((each, entry) -> change.apply(entry));
            return Verdict.SUCCESS;
        }
        return specs.computeIfPresent(id, (each, entry) -> change.apply(entry)) == null ? unknown(id) : Verdict.SUCCESS;
    }

    private static Verdict unknown(long id) {
        return Verdict.field("no ROSpec " + id);
    }

    /** Every ROSpec as it stands. */
    List<ROSpec> all() {
        specs.values().forEach(it -> it.spec()
                .setCurrentState(new ROSpecState(it.stage().ordinal())));
        return specs.values().stream().map(Entry::spec).toList();
    }

    /** The ids of those that are started. */
    List<Long> started() {
        return specs.entrySet().stream()
                .filter(it -> it.getValue().stage() == Stage.ACTIVE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The power that the started ROSpecs name, by antenna, 0 for all of them. */
    Map<Integer, Double> powersDbm() {
        Map<Integer, Double> powers = new TreeMap<>();
        specs.values().stream()
                .filter(it -> it.stage() == Stage.ACTIVE)
                .flatMap(it -> SpecTaste.configurations(it.spec()))
                .filter(it -> it.getRFTransmitter() != null)
                .forEach(it -> powers.put(
                        it.getAntennaID().intValue(),
                        Band.powerDbm(it.getRFTransmitter().getTransmitPower().intValue())));
        return powers;
    }

    /** Whether any started ROSpec reads. */
    boolean isReading() {
        return specs.values().stream().anyMatch(it -> it.stage() == Stage.ACTIVE);
    }

    /** Whether a started ROSpec reads with {@code antenna}. */
    boolean reads(int antenna) {
        return specs.values().stream()
                .filter(it -> it.stage() == Stage.ACTIVE)
                .anyMatch(it ->
                        it.antennas().contains(EVERY_ANTENNA) || it.antennas().contains(antenna));
    }
}
