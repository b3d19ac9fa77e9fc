import { Module } from "@nestjs/common";
import { PropertyModule } from "../property/property.module.js";
import { BulkCustomersService } from "./bulk-customers.service.js";
import { BulkRelationsService } from "./bulk-relations.service.js";
import { CollectedFieldsService } from "./collected-fields.service.js";
import { CustomerCompletenessController } from "./completeness/customer-completeness.controller.js";
import { CustomerCompletenessQueries } from "./completeness/customer-completeness.queries.js";
import { CreateCustomerService } from "./create-customer.service.js";
import { CustomerFiles } from "./customer-files.js";
import { CustomerQueries } from "./customer.queries.js";
import { CustomersController } from "./customers.controller.js";
import { DeleteCustomerService } from "./delete-customer.service.js";
import { AddressesService } from "./details/addresses.service.js";
import { ChangeKeyDataService } from "./details/change-key-data.service.js";
import { ContactsService } from "./details/contacts.service.js";
import { CustomerDetailsController } from "./details/customer-details.controller.js";
import { CustomerDetailsQueries } from "./details/customer-details.queries.js";
import { InvoiceTitlesService } from "./details/invoice-titles.service.js";
import { PhonesService } from "./details/phones.service.js";
import { PreferencesService } from "./details/preferences.service.js";
import { TitlesContactsController } from "./details/titles-contacts.controller.js";
import { CustomerReferences } from "./merge/customer-references.js";
import { MergeCustomersService } from "./merge/merge-customers.service.js";
import { MergeQueries } from "./merge/merge.queries.js";
import { MergesController } from "./merge/merges.controller.js";
import { UndoMergeService } from "./merge/undo-merge.service.js";
import { PayersService } from "./payers.service.js";
import { AnonymisePersonService } from "./privacy/anonymise-person.service.js";
import { ConsentsService } from "./privacy/consents.service.js";
import { DeletionHolds } from "./privacy/deletion-holds.js";
import { ExportPersonService } from "./privacy/export-person.service.js";
import { PrivacyRequestsService } from "./privacy/privacy-requests.service.js";
import { PrivacyController } from "./privacy/privacy.controller.js";
import { RecipientsController } from "./recipients/recipients.controller.js";
import { RecipientsService } from "./recipients/recipients.service.js";
import { ChangeRelationsService } from "./relations/change-relations.service.js";
import { CopyRelationsService } from "./relations/copy-relations.service.js";
import { GuardianConsentsService } from "./relations/guardian-consents.service.js";
import { OwnersService } from "./relations/owners.service.js";
import { ImportRelationsService } from "./relations/import-relations.service.js";
import { RelationWriter } from "./relations/relation-writer.js";
import { RelationsController } from "./relations/relations.controller.js";
import { RemoveMemberService } from "./relations/remove-member.service.js";
import { RelationsService } from "./relations.service.js";
import { RestructureRelations } from "./restructures/restructure-relations.service.js";
import { RoomCustomersController } from "./room-customers.controller.js";
import { RoomCustomersQueries } from "./room-customers.queries.js";
import { CompleteTransferService } from "./transfers/complete-transfer.service.js";
import { DraftTransferService } from "./transfers/draft-transfer.service.js";
import { TransferFiles } from "./transfers/transfer-files.js";
import { TransferParticipants } from "./transfers/transfer-participants.js";
import { TransferSteps } from "./transfers/transfer-steps.service.js";
import { TransferSurveys } from "./transfers/transfer-survey.service.js";
import { TransfersController } from "./transfers/transfers.controller.js";
import { TransferQueries } from "./transfers/transfers.queries.js";
import { SameCustomer } from "./same-customer.js";
import { SetCustomerAttributesService } from "./set-customer-attributes.service.js";
import { TagsController } from "./tags/tags.controller.js";
import { TagsService } from "./tags/tags.service.js";
import { UnmaskCustomerService } from "./unmask-customer.service.js";
import { UpdateCustomerService } from "./update-customer.service.js";

/** 客户: customers, their relations to rooms, who pays. Imports and demonstration data write through the bulk services. */
@Module({
  imports: [PropertyModule],
  controllers: [
    CustomerCompletenessController,
    CustomersController,
    CustomerDetailsController,
    MergesController,
    PrivacyController,
    RecipientsController,
    RelationsController,
    RoomCustomersController,
    TagsController,
    TitlesContactsController,
    TransfersController,
  ],
  providers: [
    AddressesService,
    ChangeKeyDataService,
    CollectedFieldsService,
    ContactsService,
    CustomerDetailsQueries,
    AnonymisePersonService,
    ConsentsService,
    CustomerReferences,
    DeletionHolds,
    ExportPersonService,
    PrivacyRequestsService,
    InvoiceTitlesService,
    MergeCustomersService,
    MergeQueries,
    UndoMergeService,
    PhonesService,
    PreferencesService,
    TagsService,
    ImportRelationsService,
    BulkCustomersService,
    BulkRelationsService,
    ChangeRelationsService,
    CompleteTransferService,
    CopyRelationsService,
    CreateCustomerService,
    CustomerCompletenessQueries,
    CustomerFiles,
    CustomerQueries,
    DeleteCustomerService,
    DraftTransferService,
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
    TransferFiles,
    TransferParticipants,
    TransferQueries,
    TransferSteps,
    TransferSurveys,
    UnmaskCustomerService,
    SetCustomerAttributesService,
    UpdateCustomerService,
  ],
  exports: [
    ConsentsService,
    CustomerReferences,
    BulkCustomersService,
    BulkRelationsService,
    CopyRelationsService,
    CustomerQueries,
    DeletionHolds,
    ImportRelationsService,
    RelationsService,
    SetCustomerAttributesService,
    TransferParticipants,
  ],
})
export class CustomerModule {}
