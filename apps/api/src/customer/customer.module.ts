import { Module } from "@nestjs/common";
import { PropertyModule } from "../property/property.module.js";
import { BulkCustomersService } from "./bulk-customers.service.js";
import { BulkRelationsService } from "./bulk-relations.service.js";
import { CreateCustomerService } from "./create-customer.service.js";
import { CustomerQueries } from "./customer.queries.js";
import { CustomersController } from "./customers.controller.js";
import { DeleteCustomerService } from "./delete-customer.service.js";
import { PayersService } from "./payers.service.js";
import { RecipientsController } from "./recipients/recipients.controller.js";
import { RecipientsService } from "./recipients/recipients.service.js";
import { ChangeRelationsService } from "./relations/change-relations.service.js";
import { CopyRelationsService } from "./relations/copy-relations.service.js";
import { GuardianConsentsService } from "./relations/guardian-consents.service.js";
import { OwnersService } from "./relations/owners.service.js";
import { RelationWriter } from "./relations/relation-writer.js";
import { RelationsController } from "./relations/relations.controller.js";
import { RemoveMemberService } from "./relations/remove-member.service.js";
import { RelationsService } from "./relations.service.js";
import { RestructureRelations } from "./restructures/restructure-relations.service.js";
import { RoomCustomersController } from "./room-customers.controller.js";
import { RoomCustomersQueries } from "./room-customers.queries.js";
import { SameCustomer } from "./same-customer.js";
import { SetCustomerAttributesService } from "./set-customer-attributes.service.js";
import { UnmaskCustomerService } from "./unmask-customer.service.js";
import { UpdateCustomerService } from "./update-customer.service.js";

/** 客户: customers, their relations to rooms, who pays. Imports and demonstration data write through the bulk services. */
@Module({
  imports: [PropertyModule],
  controllers: [CustomersController, RecipientsController, RelationsController, RoomCustomersController],
  providers: [
    BulkCustomersService,
    BulkRelationsService,
    ChangeRelationsService,
    CopyRelationsService,
    CreateCustomerService,
    CustomerQueries,
    DeleteCustomerService,
    GuardianConsentsService,
    OwnersService,
    PayersService,
    RecipientsService,
    RelationWriter,
    RelationsService,
    RemoveMemberService,
    RestructureRelations,
    RoomCustomersQueries,
    SameCustomer,
    UnmaskCustomerService,
    SetCustomerAttributesService,
    UpdateCustomerService,
  ],
  exports: [BulkCustomersService, BulkRelationsService, CopyRelationsService, CustomerQueries, RelationsService],
})
export class CustomerModule {}
