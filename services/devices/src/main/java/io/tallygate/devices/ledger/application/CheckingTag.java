package io.tallygate.devices.ledger.application;

import io.tallygate.commons.identity.Scope;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.Tag;
import io.tallygate.devices.ledger.domain.TagClaim;
import io.tallygate.devices.ledger.domain.Tid;
import io.tallygate.devices.ledger.persistence.DeviceStore;
import io.tallygate.devices.ledger.persistence.TagClaims;
import io.tallygate.relational.ScopeBinding;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Tells before a tag is put on a device what would be refused: whose it is, or was. */
@Singleton
public class CheckingTag {

    /**
     * A claim upon the tag.
     *
     * @param device empty where the asker may not see it: that the tag is taken is told all the same, as registering would tell it
     */
    public record Claimed(TagClaim claim, Optional<Device> device) {}

    private final TagClaims claims;
    private final DeviceStore store;
    private final ScopeBinding scopeBinding;

    public CheckingTag(TagClaims claims, DeviceStore store, ScopeBinding scopeBinding) {
        this.claims = claims;
        this.store = store;
        this.scopeBinding = scopeBinding;
    }

    /** Empty for a tag that is free. */
    @Transactional
    public List<Claimed> claims(Tag tag, Scope scope) {
        scopeBinding.bind(Scope.everything());
        Tid tid = tag.tid();
        List<TagClaim> found = claims.of(tag.epc().hex(), tid == null ? null : tid.hex());
        scopeBinding.bind(scope);
        return found.stream()
                .map(claim -> new Claimed(claim, store.find(claim.device(), scope)))
                .toList();
    }
}
