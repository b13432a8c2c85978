package licencehub.sharing.exemption;

import java.time.Instant;
import licencehub.model.code.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A hub that was asked and did not answer. It may know anything about its region.
 *
 * @param hub its configured id
 * @param region whose licences it keeps; 000000 for any
 * @param until when it is expected to answer again; null where nobody knows
 */
public record Silence(String hub, RegionCode region, @Nullable Instant until) {}
