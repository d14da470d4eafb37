package io.tallygate.carriers.exitpermit.persistence;

import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.domain.ActivePermit;
import io.tallygate.carriers.exitpermit.domain.Decision;
import io.tallygate.carriers.exitpermit.domain.End;
import io.tallygate.carriers.exitpermit.domain.EndedPermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PendingPermit;
import io.tallygate.carriers.exitpermit.domain.PermitFile;
import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.carriers.identifier.PortalCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of {@code exit_permit} with its items and decisions. */
@Entity(name = "ExitPermit")
@Table(name = "exit_permit")
class ExitPermitEntity {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "permit_no")
    String permitNo;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    PermitState state;

    @Column(name = "holder_no")
    String holderNo;

    @Column(name = "portal_codes")
    String[] portalCodes;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "return_by")
    Instant returnBy;

    @Column(name = "destination")
    String destination;

    @Column(name = "purpose")
    String purpose;

    @Column(name = "packaging")
    String packaging;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "department_code")
    @Nullable
    String departmentCode;

    @Column(name = "level_rank")
    int levelRank;

    @Column(name = "version")
    long version;

    @ElementCollection
    @CollectionTable(name = "exit_permit_item", joinColumns = @JoinColumn(name = "permit_id"))
    @OrderColumn(name = "ordinal")
    List<ItemRow> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "exit_permit_decision", joinColumns = @JoinColumn(name = "permit_id"))
    @OrderColumn(name = "ordinal")
    List<DecisionRow> decisions = new ArrayList<>();

    ExitPermitEntity() {}

    static ExitPermitEntity of(PendingPermit permit, List<Item> items) {
        PermitFile file = permit.file();
        ExitPermitEntity entity = new ExitPermitEntity();
        entity.id = file.id().value();
        entity.permitNo = file.permitNo();
        entity.requestedBy = file.requestedBy();
        entity.requestedAt = file.requestedAt();
        entity.writeTerms(file.terms());
        for (Item item : items) {
            entity.items.add(ItemRow.of(item, file.terms().window()));
        }
        entity.deriveScope();
        entity.write(permit);
        return entity;
    }

    private void writeTerms(Terms terms) {
        holderNo = terms.holderNo();
        portalCodes = terms.portals().stream().map(PortalCode::value).toArray(String[]::new);
        validFrom = terms.window().from();
        validUntil = terms.window().until();
        returnBy = terms.returnBy();
        destination = terms.destination();
        purpose = terms.purpose();
        packaging = terms.packaging();
    }

    /** Writes what changes in a permit's life; its terms never do, and decisions are only added. */
    final void write(ExitPermit permit) {
        PermitFile file = permit.file();
        state = permit.state();
        version = file.version();
        for (int i = 0; i < items.size(); i++) {
            items.get(i).write(file.items().get(i), permit);
        }
        for (Decision decision :
                file.decisions().subList(decisions.size(), file.decisions().size())) {
            decisions.add(DecisionRow.of(decision));
        }
    }

    void rescope(Item item) {
        items.stream().filter(row -> row.itemId.equals(item.id().value())).forEach(row -> row.writeScope(item));
        deriveScope();
    }

    private void deriveScope() {
        List<String> departments =
                items.stream().map(row -> row.departmentCode).distinct().toList();
        departmentCode = departments.size() == 1 ? departments.getFirst() : null;
        levelRank = items.stream().mapToInt(row -> row.levelRank).max().orElseThrow();
    }

    ExitPermit toDomain() {
        PermitFile file = new PermitFile(
                new PermitId(id),
                permitNo,
                items.stream().map(ItemRow::toDomain).toList(),
                terms(),
                requestedBy,
                requestedAt,
                decisions.stream().map(DecisionRow::toDomain).toList(),
                version);
        return switch (state) {
            case PENDING -> new PendingPermit(file);
            case ACTIVE -> new ActivePermit(file);
            case REJECTED -> new EndedPermit(file, End.REJECTED);
            case REVOKED -> new EndedPermit(file, End.REVOKED);
            case EXPIRED -> new EndedPermit(file, End.EXPIRED);
            case CLOSED -> new EndedPermit(file, End.CLOSED);
        };
    }

    private Terms terms() {
        return new Terms(
                holderNo,
                Stream.of(portalCodes).map(PortalCode::new).toList(),
                new Window(validFrom, validUntil),
                returnBy,
                destination,
                purpose,
                packaging);
    }
}
