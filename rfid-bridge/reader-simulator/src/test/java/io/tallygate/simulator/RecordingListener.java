package io.tallygate.simulator;

import io.tallygate.llrp.client.DisconnectReason;
import io.tallygate.llrp.client.ReaderEvent;
import io.tallygate.llrp.client.ReaderListener;
import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.report.ReaderClock;
import io.tallygate.llrp.report.TagReport;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a reader's client hears. */
class RecordingListener implements ReaderListener {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Tag> tags = new CopyOnWriteArrayList<>();
    final List<Carrier> carriers = new CopyOnWriteArrayList<>();
    final List<Ended> ended = new CopyOnWriteArrayList<>();
    final List<ReaderCapabilities> ready = new CopyOnWriteArrayList<>();
    final List<ReaderEvent> events = new CopyOnWriteArrayList<>();

    final List<Greeting> greetings = new CopyOnWriteArrayList<>();

    record Greeting(ReaderClock clock, long micros) {}

    record Tag(String epc, int antenna, double rssiDbm, long firstSeenMicros, String tid) {}

    /** Of the tag of the same place in {@link #tags}; NaN and -1 for what was not told. */
    record Carrier(double phaseDegrees, double dopplerHz, int channel) {}

    record Ended(DisconnectReason reason, String detail) {}

    @Override
    public void onConnecting() {
        calls.add("connecting");
    }

    @Override
    public void onGreeting(ReaderClock clock, long readerMicros) {
        greetings.add(new Greeting(clock, readerMicros));
    }

    @Override
    public void onReady(ReaderCapabilities capabilities) {
        ready.add(capabilities);
        calls.add("ready");
    }

    @Override
    public void onTag(TagReport tag, long receivedNanos) {
        carriers.add(new Carrier(tag.phaseDegrees(), tag.dopplerHz(), tag.channelIndex()));
        tags.add(new Tag(tag.epcHex(), tag.antenna(), tag.rssiDbm(), tag.firstSeenMicros(), tag.tidHex()));
        calls.add("tag");
    }

    @Override
    public void onReportEnd(long receivedNanos) {
        calls.add("report end");
    }

    @Override
    public void onEvent(ReaderEvent event) {
        events.add(event);
    }

    @Override
    public void onDisconnected(DisconnectReason reason, String detail) {
        ended.add(new Ended(reason, detail));
        calls.add("disconnected");
    }

    List<DisconnectReason> reasons() {
        return ended.stream().map(Ended::reason).toList();
    }
}
