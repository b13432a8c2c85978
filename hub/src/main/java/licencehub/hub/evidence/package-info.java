/**
 * Evidence bundles 证据包: one file with everything that speaks for one submission or use, which
 * anybody can check without a hub. May not hold: who may have one (that is the edge's), judgement
 * of signatures (verification's).
 */
@NullMarked
package licencehub.hub.evidence;

import org.jspecify.annotations.NullMarked;
