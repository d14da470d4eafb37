package io.tallygate.gate.replica;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.ItemId;
import io.tallygate.gate.ledger.KnownItem;
import io.tallygate.gate.ledger.KnownPermit;
import io.tallygate.gate.ledger.LedgerView;
import io.tallygate.gate.ledger.PortalCode;
import io.tallygate.gate.ledger.PortalPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy in memory. One thread writes, every gate reads. */
public final class ReplicaIndex implements LedgerView {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaIndex.class);

    private final Map<Epc, KnownItem> items = new ConcurrentHashMap<>();
    private final Map<String, KnownPermit> permits = new ConcurrentHashMap<>();
    private final Map<ItemId, List<KnownPermit>> permitsByItem = new ConcurrentHashMap<>();
    private final Map<PortalCode, PortalPlan> portals = new ConcurrentHashMap<>();
    private final AtomicLong unusable = new AtomicLong();
    private volatile @Nullable Instant confirmedAt;

    @Override
    public @Nullable KnownItem item(Epc epc) {
        return items.get(epc);
    }

    @Override
    public List<KnownPermit> permitsOf(ItemId itemId) {
        return permitsByItem.getOrDefault(itemId, List.of());
    }

    @Override
    public @Nullable Duration ageAt(Instant moment) {
        Instant confirmed = confirmedAt;
        if (confirmed == null) {
            return null;
        }
        Duration age = Duration.between(confirmed, moment);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** The portals to watch. */
    public Map<PortalCode, PortalPlan> portals() {
        return Map.copyOf(portals);
    }

    public int itemCount() {
        return items.size();
    }

    public int permitCount() {
        return permits.size();
    }

    /** Records that could not be understood and are treated as absent. */
    public long unusableRecords() {
        return unusable.get();
    }

    void confirmedAt(@Nullable Instant moment) {
        confirmedAt = moment;
    }

    /** The keys under which the topic's records are known here. */
    Set<String> keys(ReplicaTopic topic) {
        return switch (topic) {
            case ITEMS -> items.keySet().stream().map(Epc::hex).collect(Collectors.toSet());
            case PERMITS -> Set.copyOf(permits.keySet());
            case PORTALS -> portals.keySet().stream().map(PortalCode::value).collect(Collectors.toSet());
        };
    }

    /** @param value null for a tombstone */
    void apply(ReplicaTopic topic, String key, byte @Nullable [] value) {
        try {
            switch (topic) {
                case ITEMS -> applyItem(key, value);
                case PERMITS -> applyPermit(key, value);
                case PORTALS -> applyPortal(key, value);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            // What is there already stays: an old truth is better than none.
            unusable.incrementAndGet();
            LOG.warn("a record of {} with key {} cannot be used: {}", topic.topicName(), key, e.getMessage());
        }
    }

    private void applyItem(String key, byte @Nullable [] value) throws InvalidProtocolBufferException {
        if (value == null) {
            items.remove(new Epc(key));
        } else {
            KnownItem item = LedgerMapping.item(value);
            items.put(item.epc(), item);
        }
    }

    private void applyPermit(String key, byte @Nullable [] value) throws InvalidProtocolBufferException {
        KnownPermit next = value == null ? null : LedgerMapping.permit(value).orElse(null);
        KnownPermit previous = next == null ? permits.remove(key) : permits.put(key, next);
        if (previous != null) {
            previous.items()
                    .forEach(item -> permitsByItem.computeIfPresent(item, (id, known) -> without(known, previous)));
        }
        if (next != null) {
            next.items().forEach(item -> permitsByItem.merge(item, List.of(next), ReplicaIndex::joined));
        }
    }

    private static @Nullable List<KnownPermit> without(List<KnownPermit> permits, KnownPermit gone) {
        List<KnownPermit> left = permits.stream()
                .filter(permit -> !permit.permitId().equals(gone.permitId()))
                .toList();
        return left.isEmpty() ? null : left;
    }

    private static List<KnownPermit> joined(List<KnownPermit> known, List<KnownPermit> added) {
        List<KnownPermit> all = new ArrayList<>(known);
        all.addAll(added);
        return List.copyOf(all);
    }

    private void applyPortal(String key, byte @Nullable [] value) throws InvalidProtocolBufferException {
        PortalPlan plan = value == null ? null : LedgerMapping.portal(value).orElse(null);
        if (plan == null) {
            portals.remove(new PortalCode(key));
        } else {
            portals.put(plan.code(), plan);
        }
    }
}
