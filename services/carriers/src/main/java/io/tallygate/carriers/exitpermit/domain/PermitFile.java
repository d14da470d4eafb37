package io.tallygate.carriers.exitpermit.domain;

import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a permit is, whatever its state. {@code toString} tells the id only.
 *
 * @param permitNo for people, e.g. {@code EP-2026-000042}
 * @param requestedBy user name
 * @param version from 1, one more with each change that others are told of
 */
public record PermitFile(
        PermitId id,
        String permitNo,
        List<PermitItem> items,
        Terms terms,
        String requestedBy,
        Instant requestedAt,
        List<Decision> decisions,
        long version) {

    public PermitFile {
        items = List.copyOf(items);
        decisions = List.copyOf(decisions);
    }

    public List<ItemId> itemIds() {
        return items.stream().map(PermitItem::item).toList();
    }

    Set<Post> postsThatApproved() {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.APPROVE)
                .map(Decision::post)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean decidedBy(String username) {
        return decisions.stream().anyMatch(decision -> decision.by().equals(username));
    }

    boolean everythingIsBack() {
        return items.stream().allMatch(PermitItem::wasOutAndIsBack);
    }

    PermitFile with(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        return new PermitFile(id, permitNo, items, terms, requestedBy, requestedAt, all, version + 1);
    }

    PermitFile nextVersion() {
        return new PermitFile(id, permitNo, items, terms, requestedBy, requestedAt, decisions, version + 1);
    }

    PermitFile with(ItemId item, UnaryOperator<PermitItem> change) {
        List<PermitItem> changed = items.stream()
                .map(each -> each.item().equals(item) ? change.apply(each) : each)
                .toList();
        return new PermitFile(id, permitNo, changed, terms, requestedBy, requestedAt, decisions, version);
    }

    @Override
    public String toString() {
        return "PermitFile[" + id + "]";
    }
}
