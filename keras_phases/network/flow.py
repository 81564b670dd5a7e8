"""Which tensors are needed behind each step of a forward pass, and whether one alone leads on."""

import collections
import math

_MANY_LAYERS = 6
"""One after the other: more than any residual block has."""


def _is_sum(node):
    return [type(one).__name__ in ("Add", "Subtract") for one in node.operations[-1:]] == [True]


class Flow:
    """Which tensors are still needed behind each node, and which of them pass by on a bridge.

    A bridge leads around a stretch of lower resolution and meets, at the resolution where it began, what comes out of
    it: the skip connections of a U-Net, the lateral ones of a feature pyramid. It does not keep what lies below it
    from being a block. A gate (squeeze and excitation) is none: it meets a map, and is not one. What others look up
    passes by as well, the array that a Perceiver's latents attend to, a condition: it meets what has another number of
    positions, and that goes on. So does what is added behind several blocks, and a vector that is joined to the
    features as it is, or to the scores: the wide part of a table beside the deep one.

    Args:
        calls: `Call`s of the pass.
        nodes: What ran, in order, each with `number` (of its call), `operations`, `inputs`, `outputs`, `has_weights`
            and `is_known`, false where more than these may have been read.
        inputs: Tensors that are needed at first.
        outputs: Those that are needed in the end.
    """

    def __init__(self, calls, nodes, inputs, outputs):
        self._nodes, self._sizes, self._makers, self._users = nodes, {}, {}, collections.defaultdict(list)
        self._ancestors = []
        for place, node in enumerate(nodes):
            self._ancestors.append(1 << place)
            for key in node.inputs:
                self._users[key].append(place)
                self._ancestors[place] |= self._ancestors[self._makers[key]] if key in self._makers else 0
            described = calls[node.number].outputs
            for key, (shape, _) in zip(node.outputs, [*described, *[((), "")] * len(node.outputs)], strict=False):
                self._makers[key], self._sizes[key] = place, math.prod(size or 1 for size in (shape or ())[1:-1])
        for key in outputs:
            self._users[key].append(len(nodes))
        self._long = self._find_long()
        self._live = set(inputs)
        self._last_cut = -1 if len(inputs) == 1 else None

    def is_cut(self, place):
        """Whether what a node gives is the only tensor needed behind it; of each node in turn."""
        node = self._nodes[place]
        self._live = {key for key in (*self._live, *node.outputs) if max(self._users[key], default=-1) > place}
        first = node.outputs[0] if node.outputs else None
        is_cut = first in self._live and all(
            key == first
            or place >= self._long.get(key, len(self._nodes))
            or self._is_bridge(key, place)
            or self._is_looked_up(key, place, self._sizes.get(first))
            or self._is_beside(key, place)
            for key in self._live
        )
        self._last_cut = place if is_cut else self._last_cut
        return is_cut

    def _find_long(self):
        """Where a tensor begins to wait to be added to what several blocks make, as an image to what restores it."""
        places = [(self._makers.get(key, -1), max(users), key) for key, users in self._users.items()]
        live = [{key for begin, end, key in places if begin <= place < end} for place in range(len(self._nodes))]
        spans = [span for span in places if span[1] < len(self._nodes) and _is_sum(self._nodes[span[1]])]
        found: dict = {}
        for begin, end, key in sorted(spans, key=lambda span: span[0] - span[1]):
            start = max([begin, *(user for user in self._users[key] if user < end)])
            num_weights = num_blocks = 0
            for place in range(start + 1, end):
                num_weights += self._nodes[place].has_weights
                needed = {one for one in live[place] - {key} if place < found.get(one, end)}
                if num_weights and needed == {*self._nodes[place].outputs[:1]}:
                    num_blocks += _MANY_LAYERS if _is_sum(self._nodes[place]) else 1
                    num_weights = 0
            if num_blocks >= _MANY_LAYERS:
                found[key] = start
        return found

    def _is_looked_up(self, key, place, size):
        """Whether all that will read a tensor joins it, of another number of positions, to what goes on with `size`."""
        for user in self._users[key]:
            if user <= place:
                continue
            if user == len(self._nodes) or not self._nodes[user].outputs:
                return False
            node, given = self._nodes[user], self._nodes[user].outputs[0]
            if len(node.inputs) > 1:
                if not (node.is_known and self._sizes.get(key, size) != self._sizes[given] == size):
                    return False
            elif not self._is_looked_up(given, place, size):
                return False
        return True

    def _is_beside(self, key, place):
        """Whether a vector, made of the last cut, will be joined to what goes on as the wide part of a table is."""
        if self._last_cut is None or self._sizes.get(key, 1) != 1:
            return False
        if self._last_cut >= 0 and not self._ancestors[place] >> self._last_cut & 1:
            return False  # it is beside itself
        way = self._ancestors[self._makers[key]] >> self._last_cut + 1 if key in self._makers else 0
        made = [node for number, node in enumerate(self._nodes[self._last_cut + 1 :]) if way >> number & 1]
        return self._is_joined(key, place, made)

    def _is_joined(self, key, place, made):
        """Whether a vector, made by some nodes, joins what goes on: as features without weights, else as scores."""
        num_weights = sum(node.has_weights for node in made)
        for user in self._users[key]:
            if user <= place:
                continue
            node = self._nodes[user] if user < len(self._nodes) else None
            if node is None or self._sizes.get(next(iter(node.outputs), None)) != 1:
                return False
            if not self._ancestors[user] >> place & 1:
                if not self._is_joined(node.outputs[0], place, [*made, node]):
                    return False
            elif [type(one).__name__ for one in node.operations[-1:]] == ["Concatenate"]:
                if num_weights:
                    return False
            # What goes on may be scores itself, and the longer way is the deep one.
            elif not made or num_weights > 1 or self._nodes[place].outputs[0] in node.inputs or self._leads_on(user):
                return False
        return True

    def _leads_on(self, user):
        """Whether a node with weights reads, by whatever way, what another gives."""
        return any(node.has_weights and self._ancestors[k] >> user & 1 for k, node in enumerate(self._nodes))

    def _is_bridge(self, key, place):
        begin = self._branching(key)
        users = [user for user in self._users[key] if user > place]
        return begin is not None and all(self._meets_lower(begin, key, user) for user in users)

    def _branching(self, key):
        """The node that made the tensor a bridge begins with: back over what one tensor alone leads through."""
        while key in self._makers and len(self._users[key]) == 1:
            node = self._nodes[self._makers[key]]
            if len(node.inputs) != 1:
                break
            [key] = node.inputs
        return self._makers.get(key)

    def _meets_lower(self, begin, key, user):
        """Whether what a bridge meets at its end has its size, and came from its beginning by a lower one than both."""
        while user < len(self._nodes) and len(self._nodes[user].inputs) == 1:
            key = self._nodes[user].outputs[0]
            if len(self._users[key]) != 1:
                return False
            [user] = self._users[key]
        others = [one for one in self._nodes[user].inputs if one != key] if user < len(self._nodes) else []
        size = self._sizes[key]
        if not others or any(self._sizes.get(one) != size for one in others):
            return False
        low = min(size, self._sizes[self._nodes[begin].outputs[0]])
        level = {begin}  # reached without going lower, nor beside what comes up from there
        for place in range(begin + 1, user):
            read = [one for one in self._nodes[place].inputs if self._has_come(one, begin) and self._sizes[one] >= low]
            if read and all(self._makers[one] in level for one in read):
                level.add(place)
        # Other bridges that meet there too need not have come from the beginning of this one.
        came = {self._makers[one] for one in others if self._has_come(one, begin)}
        return bool(came) and level.isdisjoint(came)

    def _has_come(self, key, begin):
        return key in self._makers and self._ancestors[self._makers[key]] >> begin & 1
