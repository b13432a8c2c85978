package licencehub.model.event;

import java.time.Instant;
import licencehub.model.code.CaseNumber;
import licencehub.model.code.RegionCode;

/**
 * A department of a joint application has checked one of its materials, for all of them.
 *
 * @param speaker who checked it
 * @param material its code in the joint application
 * @param origin what was looked at; a material that came from elsewhere later is not checked by it
 * @param sound whether it can be relied on
 * @param at when it was checked
 * @param handler who did it
 * @param reason why it is not sound; else empty
 */
public record JointCheck(
    CaseNumber joint,
    Organisation speaker,
    RegionCode region,
    String material,
    JointOpening.Origin origin,
    boolean sound,
    Instant at,
    String handler,
    String reason)
    implements Statement.JointStep {}
