"""What webhooks refuse."""

from uuid import UUID

from reelhouse.kit.errors import ReelhouseError


class DeliveryNotFound(ReelhouseError):
    code = "delivery_not_found"

    def __init__(self, delivery_id: UUID) -> None:
        super().__init__(f"There is no webhook delivery {delivery_id}.")
        self.delivery_id = delivery_id
