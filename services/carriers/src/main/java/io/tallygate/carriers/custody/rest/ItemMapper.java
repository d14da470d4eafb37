package io.tallygate.carriers.custody.rest;

import io.tallygate.carriers.custody.application.Places;
import io.tallygate.carriers.custody.application.ReadingCustody.Reading;
import io.tallygate.carriers.custody.domain.CustodyState;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.identifier.PortalCode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Custody as clients see it. */
@Singleton
class ItemMapper {

    private final Places places;

    ItemMapper(Places places) {
        this.places = places;
    }

    ItemView view(Reading reading) {
        Item item = reading.custody().item();
        CustodyState state = reading.custody().state();
        return new ItemView(
                item.id().value(),
                item.ledgerNo(),
                item.kind(),
                item.level(),
                item.name(),
                item.departmentCode(),
                state.status(),
                item.keeperNo(),
                place(state, item),
                reading.permit()
                        .map(permit -> new PermitRefView(
                                permit.id().value(), permit.permitNo(), permit.validUntil(), permit.returnBy()))
                        .orElse(null),
                TagView.of(item.tag()),
                state.since(),
                reading.custody().version(),
                reading.history().stream().map(HistoryView::of).toList());
    }

    private PlaceView place(CustodyState state, Item item) {
        return switch (state) {
            case CustodyState.InPlace here -> cabinet(item.cabinetCode());
            case CustodyState.OutUnderPermit out -> portal(out.through());
            case CustodyState.Missing missing -> portal(missing.through());
            case CustodyState.Disposed disposed -> new PlaceView(null, null, null);
            case CustodyState.Destroyed destroyed -> new PlaceView(null, null, null);
        };
    }

    private PlaceView cabinet(@Nullable String code) {
        return code == null
                ? new PlaceView(null, null, null)
                : new PlaceView(code, places.roomOfCabinet(code).orElse(null), null);
    }

    private PlaceView portal(PortalCode code) {
        return new PlaceView(null, places.roomOfPortal(code).orElse(null), code.value());
    }
}
