package io.tallygate.gate.spool;

import io.tallygate.contracts.rfid.v1.ReadBatch;
import io.tallygate.contracts.rfid.v1.TagRead;
import java.util.HashMap;
import java.util.Map;

/** Thins the reads of one portal: which tags were there, from when and how near they came, outlives how often they were read. */
final class ReadThinner {
    private static final int CLEARLY_STRONGER_CENTI_DB = 300;
    private static final int MOST_TAGS = 10_000;

    private final Map<String, Integer> strongest = new HashMap<>();
    private Thinning level = Thinning.NONE;
    private long window = Long.MIN_VALUE;

    /** What is left of the batch at that level; its number and arrival stay, it says how many reads are gone, and they may be all. */
    ReadBatch thin(ReadBatch batch, Thinning wanted) {
        if (wanted == Thinning.NONE) {
            return batch;
        }
        if (wanted != level) {
            level = wanted;
            strongest.clear();
        }
        ReadBatch.Builder left = batch.toBuilder().clearReads();
        if (wanted != Thinning.ALL) {
            batch.getReadsList().stream().filter(this::tellsSomethingNew).forEach(left::addReads);
        }
        return left.setThinnedReads(batch.getReadsCount() - left.getReadsCount())
                .build();
    }

    private boolean tellsSomethingNew(TagRead read) {
        long at = read.getSeenAtUs() / level.windowUs();
        if (at != window || strongest.size() >= MOST_TAGS) {
            strongest.clear();
            window = at;
        }
        String who = level == Thinning.BY_SECOND ? read.getEpc() + read.getAntenna() : read.getEpc();
        Integer before = strongest.get(who);
        if (before != null && read.getRssiCentiDbm() < before + CLEARLY_STRONGER_CENTI_DB) {
            return false;
        }
        strongest.put(who, read.getRssiCentiDbm());
        return true;
    }
}
