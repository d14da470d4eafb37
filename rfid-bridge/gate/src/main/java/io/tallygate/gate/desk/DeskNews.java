package io.tallygate.gate.desk;

import io.tallygate.contracts.Topic;
import io.tallygate.contracts.rfid.v1.DeskSight;
import io.tallygate.gate.relay.StatePublisher;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is told of each desk: what lies on it, when it changes and every five seconds.
 *
 * @param source what lies on every desk now
 */
record DeskNews(Supplier<List<DeskSight>> source) implements StatePublisher.News<DeskSight> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final long REPEAT_US = 5_000_000;

    /** A tag that lies still flickers by less; its strength is for comparing, not for measuring. */
    private static final int CENTI_DB_THAT_MATTER = 200;

    @Override
    public String what() {
        return "sight";
    }

    @Override
    public Topic topic() {
        return Topic.RFID_DESKS;
    }

    @Override
    public Duration lookEvery() {
        return LOOK_EVERY;
    }

    @Override
    public List<DeskSight> states() {
        return source.get();
    }

    @Override
    public String key(DeskSight sight) {
        return sight.getDeskCode();
    }

    @Override
    public boolean isDue(DeskSight last, DeskSight now) {
        return last.getState() != now.getState()
                || !last.getReason().equals(now.getReason())
                || last.getNoTid() != now.getNoTid()
                || !areSame(last, now)
                || now.getReportedAtUs() - last.getReportedAtUs() >= REPEAT_US;
    }

    private static boolean areSame(DeskSight last, DeskSight now) {
        if (last.getTagsCount() != now.getTagsCount()) {
            return false;
        }
        for (int i = 0; i < now.getTagsCount(); i++) {
            var before = last.getTags(i);
            var tag = now.getTags(i);
            if (!before.getEpc().equals(tag.getEpc())
                    || !before.getTid().equals(tag.getTid())
                    || Math.abs(before.getRssiCentiDbm() - tag.getRssiCentiDbm()) >= CENTI_DB_THAT_MATTER) {
                return false;
            }
        }
        return true;
    }
}
