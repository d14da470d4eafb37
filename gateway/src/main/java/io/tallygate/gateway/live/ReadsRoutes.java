package io.tallygate.gateway.live;

import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code GET /api/live/portals/{code}/reads}: what each antenna of a portal reads, once a second, for those who tune it. An event
 * {@code reads}: {@code {at, antennas: [{id, reads, tags, strongestDbm?, medianDbm?}], suggestedStrayDbm: {id: dBm}, observedSeconds}}.
 */
@Singleton
class ReadsRoutes {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{0,19}");
    private static final long TICK_MS = 1_000;
    private static final Refusal FORBIDDEN =
            Refusal.of(403, "FORBIDDEN", "Only those who run the portals see their reads.");
    private static final Refusal TOO_MANY =
            Refusal.of(429, "TOO_MANY_STREAMS", "Too many follow the reads of portals already.");

    private final Admission admission;
    private final ReadsTail tail;
    private final GatewaySettings.Live settings;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();

    ReadsRoutes(Admission admission, ReadsTail tail, GatewaySettings settings, Vertx vertx) {
        this.admission = admission;
        this.tail = tail;
        this.settings = settings.live();
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.get("/api/live/portals/:code/reads")
                .handler(context -> admission.enter(context, (identity, person) -> open(context, identity.getRoles())));
    }

    private void open(RoutingContext context, Set<String> roles) {
        String code = context.pathParam("code");
        if (!roles.contains(Roles.FACILITY_MANAGER) && !roles.contains(Roles.SYSTEM_ADMIN)) {
            admission.refuse(context, FORBIDDEN);
            return;
        }
        if (!CODE.matcher(code).matches()) {
            admission.refuse(context, Refusal.notFound());
            return;
        }
        PortalReads reads = new PortalReads(code, clock.instant());
        if (!tail.join(reads)) {
            admission.refuse(context, TOO_MANY);
            return;
        }
        stream(context, reads);
    }

    private void stream(RoutingContext context, PortalReads reads) {
        EventStream stream = EventStream.begin(context.response());
        long tick = vertx.setPeriodic(TICK_MS, timer -> stream.event("reads", reads.tick(clock.instant())));
        long end = vertx.setTimer(settings.lifetime().toMillis(), timer -> stream.end());
        context.response().closeHandler(closed -> {
            tail.leave(reads);
            vertx.cancelTimer(tick);
            vertx.cancelTimer(end);
        });
    }
}
