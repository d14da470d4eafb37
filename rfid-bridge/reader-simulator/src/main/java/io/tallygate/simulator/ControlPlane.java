package io.tallygate.simulator;

import io.tallygate.simulator.Answers.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.KeepaliveTriggerType;
import org.llrp.ltk.generated.interfaces.Timestamp;
import org.llrp.ltk.generated.messages.ADD_ACCESSSPEC;
import org.llrp.ltk.generated.messages.ADD_ROSPEC;
import org.llrp.ltk.generated.messages.DELETE_ACCESSSPEC;
import org.llrp.ltk.generated.messages.DELETE_ROSPEC;
import org.llrp.ltk.generated.messages.DISABLE_ACCESSSPEC;
import org.llrp.ltk.generated.messages.DISABLE_ROSPEC;
import org.llrp.ltk.generated.messages.ENABLE_ACCESSSPEC;
import org.llrp.ltk.generated.messages.ENABLE_ROSPEC;
import org.llrp.ltk.generated.messages.GET_ACCESSSPECS_RESPONSE;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.messages.GET_ROSPECS_RESPONSE;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG;
import org.llrp.ltk.generated.messages.START_ROSPEC;
import org.llrp.ltk.generated.messages.STOP_ROSPEC;
import org.llrp.ltk.generated.parameters.GPIPortCurrentState;
import org.llrp.ltk.generated.parameters.GPOWriteData;
import org.llrp.ltk.generated.parameters.KeepaliveSpec;
import org.llrp.ltk.generated.parameters.UTCTimestamp;
import org.llrp.ltk.generated.parameters.Uptime;
import org.llrp.ltk.types.LLRPMessage;
import org.llrp.ltk.types.UnsignedLong;
import org.llrp.ltk.types.UnsignedLong_DATETIME;

/** Answers every request of LLRP 1.0.1 and keeps what was set. On the reader's event loop, but for {@link #reject}. */
final class ControlPlane {

    static final int ANTENNAS = 4;
    /** The most that any kind of reader has here. */
    static final int OUTPUTS = 4;

    static final int INPUTS = 4;

    private static final int MOST_HEARD = 1_000;

    private static final int GPO_WRITE_DATA = 219;
    private static final int GPI_PORT_CURRENT_STATE = 225;
    private static final int EVENT_NOTIFICATION_SPEC = 244;

    private final Clock clock;
    private final ReaderProfile profile;
    private final GpoBank gpo;
    private final InputBank inputs = new InputBank(INPUTS);
    private final Looks looks;
    private final SpecStore specs;
    private final AccessStore access;
    private final EventSwitches events = new EventSwitches();
    private final Map<Long, ReportContent> contents = new HashMap<>();
    private final Deque<String> heard = new ArrayDeque<>();
    private final Map<String, Verdict> rejections = new ConcurrentHashMap<>();
    private volatile String strayBefore = "";
    private volatile String liesTo = "";
    private volatile Set<String> ignores = Set.of();
    private volatile boolean mute;
    private long keepaliveMillis;
    private boolean holds;
    private long startedNanos = System.nanoTime();

    ControlPlane(Clock clock, ReaderProfile profile) {
        this.clock = clock;
        this.profile = profile;
        this.gpo = new GpoBank(profile.outputs());
        this.looks = new Looks(ANTENNAS, gpo, inputs);
        this.specs = new SpecStore(ANTENNAS, profile.dialect());
        this.access = new AccessStore(profile.readsTid());
    }

    ReaderProfile profile() {
        return profile;
    }

    Looks looks() {
        return looks;
    }

    /** As after a restart: every spec and setting is gone, the outputs are off. */
    void forget() {
        specs.delete(0);
        access.delete(0);
        keepaliveMillis = 0;
        holds = false;
        events.forget();
        inputs.forget();
        startedNanos = System.nanoTime();
        gpo.states().forEach((port, on) -> {
            if (on) {
                gpo.write(new GpoBank.Change(port, false, nowMicros(), System.nanoTime()));
            }
        });
    }

    GpoBank gpo() {
        return gpo;
    }

    /** Whether the output does what it says. */
    boolean isSwitched(int output) {
        return gpo.isOn(output) && !looks.isStuck(output);
    }

    InputBank inputs() {
        return inputs;
    }

    SpecStore specs() {
        return specs;
    }

    EventSwitches events() {
        return events;
    }

    AccessStore access() {
        return access;
    }

    /** A ROSpec of that number asks for so much of each read. */
    void tells(long roSpec, ReportContent content) {
        contents.put(roSpec, content);
    }

    /** What the started ROSpecs together ask to be told. */
    ReportContent content() {
        return specs.started().stream()
                .map(id -> contents.getOrDefault(id, ReportContent.LEAST))
                .reduce(ReportContent.LEAST, ReportContent::and);
    }

    void hears(String request) {
        synchronized (heard) {
            heard.addLast(request);
            if (heard.size() > MOST_HEARD) {
                heard.removeFirst();
            }
        }
    }

    /** The LLRP names of the latest requests, oldest first. From any thread. */
    List<String> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** How often KEEPALIVE is due; 0 for never. */
    long keepaliveMillis() {
        return keepaliveMillis;
    }

    /** Whether events and reports wait for ENABLE_EVENTS_AND_REPORTS after a connect. */
    boolean holds() {
        return holds;
    }

    /** From now on every request of that LLRP name is refused. */
    void reject(String request, Verdict verdict) {
        rejections.put(request, verdict);
    }

    void acceptAll() {
        rejections.clear();
    }

    /** From now on every answer to requests of that LLRP name is preceded by {@link #strayRefusal}; empty for none. */
    void strayBefore(String request) {
        strayBefore = request;
    }

    /** From now on every answer to requests of that LLRP name lies about a length; empty for none. */
    void lieTo(String request) {
        liesTo = request;
    }

    boolean liesTo(LLRPMessage request) {
        return request.getName().equals(liesTo);
    }

    /** From now on requests of these LLRP names are neither done nor answered. */
    void ignore(Set<String> requests) {
        ignores = requests;
    }

    boolean ignores(LLRPMessage request) {
        return ignores.contains(request.getName());
    }

    /** From now on nothing that is asked is done or answered. */
    void fallMute(boolean now) {
        mute = now;
    }

    boolean isMute() {
        return mute;
    }

    /** The refusal of some other client's request of the same name, or null when none is to be sent. */
    @Nullable
    LLRPMessage strayRefusal(LLRPMessage request) {
        return request.getName().equals(strayBefore)
                ? Answers.to(request, Verdict.field("asked by somebody else"))
                : null;
    }

    LLRPMessage answer(LLRPMessage request, long receivedNanos) {
        Verdict rejection = rejections.get(request.getName());
        if (rejection != null) {
            return Answers.to(request, rejection);
        }
        LLRPMessage answer = Answers.to(request, act(request, receivedNanos));
        if (answer instanceof GET_READER_CAPABILITIES_RESPONSE capabilities) {
            Capabilities.fill(capabilities, ANTENNAS, INPUTS, profile);
        } else if (answer instanceof GET_READER_CONFIG_RESPONSE config) {
            looks.fill((GET_READER_CONFIG) request, config);
        } else if (answer instanceof GET_ROSPECS_RESPONSE listed) {
            specs.all().forEach(listed::addToROSpecList);
        } else if (answer instanceof GET_ACCESSSPECS_RESPONSE listed) {
            access.all().forEach(listed::addToAccessSpecList);
        }
        return answer;
    }

    private Verdict act(LLRPMessage request, long receivedNanos) {
        return switch (request) {
            case SET_READER_CONFIG it -> configure(it, receivedNanos);
            case ADD_ROSPEC it -> specs.add(it.getROSpec());
            case DELETE_ROSPEC it -> specs.delete(it.getROSpecID().toLong());
            case ENABLE_ROSPEC it -> specs.enable(it.getROSpecID().toLong());
            case DISABLE_ROSPEC it -> specs.disable(it.getROSpecID().toLong());
            case START_ROSPEC it -> specs.start(it.getROSpecID().toLong());
            case STOP_ROSPEC it -> specs.stop(it.getROSpecID().toLong());
            case ADD_ACCESSSPEC it -> access.add(it.getAccessSpec());
            case DELETE_ACCESSSPEC it -> access.delete(it.getAccessSpecID().toLong());
            case ENABLE_ACCESSSPEC it -> access.enable(it.getAccessSpecID().toLong(), true);
            case DISABLE_ACCESSSPEC it -> access.enable(it.getAccessSpecID().toLong(), false);
            default -> Verdict.SUCCESS;
        };
    }

    /** All of it or, when an output is not there, nothing: so do real readers. */
    private Verdict configure(SET_READER_CONFIG request, long receivedNanos) {
        if (request.getReaderEventNotificationSpec() != null && !profile.takesEvents()) {
            return Verdict.parameter(EVENT_NOTIFICATION_SPEC, "no events");
        }
        List<GPOWriteData> writes = orEmpty(request.getGPOWriteDataList());
        for (GPOWriteData write : writes) {
            if (!gpo.has(write.getGPOPortNumber().intValue())) {
                return Verdict.parameter(GPO_WRITE_DATA, "no output " + write.getGPOPortNumber());
            }
        }
        List<GPIPortCurrentState> watches = orEmpty(request.getGPIPortCurrentStateList());
        for (GPIPortCurrentState watch : watches) {
            if (!inputs.has(watch.getGPIPortNum().intValue())) {
                return Verdict.parameter(GPI_PORT_CURRENT_STATE, "no input " + watch.getGPIPortNum());
            }
        }
        if (request.getReaderEventNotificationSpec() != null) {
            events.set(request.getReaderEventNotificationSpec());
        }
        KeepaliveSpec keepalive = request.getKeepaliveSpec();
        if (keepalive != null) {
            boolean periodic = keepalive.getKeepaliveTriggerType().intValue() == KeepaliveTriggerType.Periodic;
            keepaliveMillis = periodic ? keepalive.getPeriodicTriggerValue().toLong() : 0;
        }
        if (request.getEventsAndReports() != null) {
            holds = request.getEventsAndReports()
                    .getHoldEventsAndReportsUponReconnect()
                    .toBoolean();
        }
        watches.forEach(
                it -> inputs.watch(it.getGPIPortNum().intValue(), it.getConfig().toBoolean()));
        for (GPOWriteData write : writes) {
            gpo.write(new GpoBank.Change(
                    write.getGPOPortNumber().intValue(), write.getGPOData().toBoolean(), nowMicros(), receivedNanos));
        }
        return Verdict.SUCCESS;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> parameters) {
        return parameters == null ? List.of() : parameters;
    }

    /** What this reader's own clock shows: the time of day, or the time since its start. */
    long readerMicros() {
        return profile.utcClock() ? nowMicros() : (System.nanoTime() - startedNanos) / 1_000;
    }

    /** The same as events carry it. */
    Timestamp timestamp() {
        if (profile.utcClock()) {
            UTCTimestamp utc = new UTCTimestamp();
            utc.setMicroseconds(new UnsignedLong_DATETIME(readerMicros()));
            return utc;
        }
        Uptime uptime = new Uptime();
        uptime.setMicroseconds(new UnsignedLong(readerMicros()));
        return uptime;
    }

    long nowMicros() {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
    }
}
