package io.tallygate.bench.accuracy;

import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.TagObservation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reads of one trace with their truth, wherever they come from.
 *
 * @param kind what happens, in the words of whoever made the trace
 * @param tuning as the portal would be set
 * @param carried the tags that were moved about, whether or not they passed the line
 * @param tags every tag there was, with its crossings in the order of time, empty for a tag that never passed the line
 */
public record LabelledReads(
        String kind,
        PortalLayout layout,
        CrossingTuning tuning,
        List<TagObservation> reads,
        Set<Epc> carried,
        Map<Epc, List<TrueCrossing>> tags) {}
