package io.tallygate.simulator;

import io.tallygate.llrp.control.SetupMessages;
import io.tallygate.simulator.Answers.Verdict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.AccessReportTriggerType;
import org.llrp.ltk.generated.enumerations.AccessSpecState;
import org.llrp.ltk.generated.enumerations.AccessSpecStopTriggerType;
import org.llrp.ltk.generated.parameters.AccessSpec;
import org.llrp.ltk.generated.parameters.C1G2Read;
import org.llrp.ltk.generated.parameters.C1G2TagSpec;
import org.llrp.ltk.generated.parameters.C1G2TargetTag;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/**
 * The AccessSpecs on the reader (LLRP 1.1, 12.2.1), and what they have it read of a tag's own memory. It reads nothing that no enabled
 * AccessSpec asks for: so a client's mistake in its own is found.
 */
final class AccessStore {

    private static final int ACCESS_SPEC = 207;
    private static final long EVERY_SPEC = 0;
    private static final int EVERY_ANTENNA = 0;
    private static final int TID_BANK = 2;
    private static final int HEX_DIGITS_A_WORD = 4;

    private final boolean able;
    /** Looked at from any thread, changed on the reader's event loop. */
    private final Map<Long, Entry> specs = new ConcurrentSkipListMap<>();

    /** @param able whether the reader takes any */
    AccessStore(boolean able) {
        this.able = able;
    }

    private record Entry(boolean enabled, AccessSpec spec) {}

    Verdict add(@Nullable AccessSpec spec) {
        if (!able) {
            return Verdict.parameter(ACCESS_SPEC, "no access operations");
        }
        if (spec == null) {
            return Verdict.parameter(ACCESS_SPEC, "no AccessSpec");
        }
        long id = spec.getAccessSpecID().toLong();
        if (id == EVERY_SPEC || specs.containsKey(id)) {
            return Verdict.parameter(ACCESS_SPEC, "AccessSpecID " + id + " cannot be added");
        }
        specs.put(id, new Entry(false, spec));
        return Verdict.SUCCESS;
    }

    /** As another program would add one for its own ROSpec and not yet enable it. */
    void addAnothers(long id) {
        AccessSpec spec = SetupMessages.addAccessSpec().getAccessSpec();
        spec.setAccessSpecID(new UnsignedInteger(id));
        spec.setROSpecID(new UnsignedInteger(id));
        specs.put(id, new Entry(false, spec));
    }

    Verdict delete(long id) {
        if (id == EVERY_SPEC) {
            specs.clear();
            return Verdict.SUCCESS;
        }
        return specs.remove(id) == null ? unknown(id) : Verdict.SUCCESS;
    }

    Verdict enable(long id, boolean enabled) {
        if (id == EVERY_SPEC) {
            specs.replaceAll((each, entry) -> new Entry(enabled, entry.spec()));
            return Verdict.SUCCESS;
        }
        return specs.computeIfPresent(id, (each, entry) -> new Entry(enabled, entry.spec())) == null
                ? unknown(id)
                : Verdict.SUCCESS;
    }

    private static Verdict unknown(long id) {
        return Verdict.field("no AccessSpec " + id);
    }

    /** The ids of all there are. From any thread. */
    List<Long> ids() {
        return List.copyOf(specs.keySet());
    }

    /** Every AccessSpec as it stands. */
    List<AccessSpec> all() {
        specs.values().forEach(it -> it.spec().setCurrentState(new AccessSpecState(it.enabled() ? 1 : 0)));
        return specs.values().stream().map(Entry::spec).toList();
    }

    /**
     * The read as it is reported: with as much of the TID as is asked for, which is none before a client asks.
     *
     * @param started the ids of the ROSpecs that read
     */
    TagRead told(TagRead tag, List<Long> started) {
        String tid = tag.tid();
        if (tid == null) {
            return tag;
        }
        String told = specs.values().stream()
                .filter(Entry::enabled)
                .map(Entry::spec)
                .filter(spec -> isFor(spec, tag.antenna(), started))
                .flatMap(AccessStore::readsOfTid)
                .map(read -> words(tid, read))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(null);
        return tag.withTid(told);
    }

    private static boolean isFor(AccessSpec spec, int antenna, List<Long> started) {
        int asked = spec.getAntennaID().intValue();
        long roSpec = spec.getROSpecID().toLong();
        return (asked == EVERY_ANTENNA || asked == antenna) && (roSpec == EVERY_SPEC || started.contains(roSpec));
    }

    /** The reads of the TID in an AccessSpec that goes on for ever, is for every tag, and is told of together with the tag. */
    private static Stream<C1G2Read> readsOfTid(AccessSpec spec) {
        boolean goesOn =
                spec.getAccessSpecStopTrigger().getAccessSpecStopTrigger().intValue() == AccessSpecStopTriggerType.Null;
        boolean told = spec.getAccessReportSpec() != null
                && spec.getAccessReportSpec().getAccessReportTrigger().intValue()
                        == AccessReportTriggerType.Whenever_ROReport_Is_Generated;
        if (!goesOn || !told || !isForEveryTag(spec)) {
            return Stream.empty();
        }
        return spec.getAccessCommand().getAccessCommandOpSpecList().stream()
                .filter(C1G2Read.class::isInstance)
                .map(C1G2Read.class::cast)
                .filter(read -> read.getMB().intValue() == TID_BANK);
    }

    /** A pattern of no bits is in every tag; this reader looks for no other. */
    private static boolean isForEveryTag(AccessSpec spec) {
        return spec.getAccessCommand().getAirProtocolTagSpec() instanceof C1G2TagSpec tags
                && tags.getC1G2TargetTagList().stream().allMatch(AccessStore::isInEveryTag);
    }

    private static boolean isInEveryTag(C1G2TargetTag target) {
        return target.getMatch().toBoolean() && target.getTagMask().size() == 0;
    }

    /** A read of no words is one to the end of the bank. */
    private static String words(String tid, C1G2Read read) {
        int from = digits(read.getWordPointer());
        int count = digits(read.getWordCount());
        int to = count == 0 ? tid.length() : Math.min(tid.length(), from + count);
        return from < to ? tid.substring(from, to) : "";
    }

    private static int digits(UnsignedShort words) {
        return HEX_DIGITS_A_WORD * words.intValue();
    }
}
