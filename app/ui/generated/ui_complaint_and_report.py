# From forms/screens/complaint_and_report.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 投诉并举报 (办法第9条): 投诉登记表 with the clue below. `path` is the field of Registration, or of Clue.

################################################################################
## Form generated from reading UI file 'complaint_and_report.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QLabel,
    QSizePolicy, QWidget)

from app.ui.widgets.designed_rows import (AreaRow, ChoiceRow, DayRow, MoneyRow,
    PickRow, TextRow)
class Ui_ComplaintAndReportForm(object):
    def setupUi(self, ComplaintAndReportForm):
        if not ComplaintAndReportForm.objectName():
            ComplaintAndReportForm.setObjectName(u"ComplaintAndReportForm")
        self.grid = QGridLayout(ComplaintAndReportForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.origin_heading = QLabel(ComplaintAndReportForm)
        self.origin_heading.setObjectName(u"origin_heading")
        self.origin_heading.setProperty(u"kind", u"heading")
        self.origin_heading.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.grid.addWidget(self.origin_heading, 0, 0, 1, 1)

        self.origin_channel = ChoiceRow(ComplaintAndReportForm)
        self.origin_channel.setObjectName(u"origin_channel")
        self.origin_channel.setProperty(u"path", u"origin.channel")
        self.origin_channel.setMandatory(True)

        self.grid.addWidget(self.origin_channel, 0, 1, 1, 1)

        self.origin_received_on = DayRow(ComplaintAndReportForm)
        self.origin_received_on.setObjectName(u"origin_received_on")
        self.origin_received_on.setProperty(u"path", u"origin.received_on")
        self.origin_received_on.setMandatory(True)

        self.grid.addWidget(self.origin_received_on, 0, 2, 1, 1)

        self.origin_external_no = TextRow(ComplaintAndReportForm)
        self.origin_external_no.setObjectName(u"origin_external_no")
        self.origin_external_no.setProperty(u"path", u"origin.external_no")
        self.origin_external_no.setLimit(64)

        self.grid.addWidget(self.origin_external_no, 0, 3, 1, 1)

        self.origin_source = ChoiceRow(ComplaintAndReportForm)
        self.origin_source.setObjectName(u"origin_source")
        self.origin_source.setProperty(u"path", u"origin.source")

        self.grid.addWidget(self.origin_source, 0, 4, 1, 1)

        self.line_1 = QFrame(ComplaintAndReportForm)
        self.line_1.setObjectName(u"line_1")
        self.line_1.setProperty(u"kind", u"rule")

        self.grid.addWidget(self.line_1, 1, 0, 1, 5)

        self.complainant_heading = QLabel(ComplaintAndReportForm)
        self.complainant_heading.setObjectName(u"complainant_heading")
        self.complainant_heading.setProperty(u"kind", u"heading")
        self.complainant_heading.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.grid.addWidget(self.complainant_heading, 2, 0, 3, 1)

        self.complainant_name = TextRow(ComplaintAndReportForm)
        self.complainant_name.setObjectName(u"complainant_name")
        self.complainant_name.setProperty(u"path", u"complainant.name")
        self.complainant_name.setMandatory(True)
        self.complainant_name.setLimit(100)

        self.grid.addWidget(self.complainant_name, 2, 1, 1, 1)

        self.complainant_phone = TextRow(ComplaintAndReportForm)
        self.complainant_phone.setObjectName(u"complainant_phone")
        self.complainant_phone.setProperty(u"path", u"complainant.phone")
        self.complainant_phone.setMandatory(True)
        self.complainant_phone.setLimit(40)

        self.grid.addWidget(self.complainant_phone, 2, 2, 1, 1)

        self.complainant_id_type = ChoiceRow(ComplaintAndReportForm)
        self.complainant_id_type.setObjectName(u"complainant_id_type")
        self.complainant_id_type.setProperty(u"path", u"complainant.id_type")

        self.grid.addWidget(self.complainant_id_type, 2, 3, 1, 1)

        self.complainant_id_no = TextRow(ComplaintAndReportForm)
        self.complainant_id_no.setObjectName(u"complainant_id_no")
        self.complainant_id_no.setProperty(u"path", u"complainant.id_no")
        self.complainant_id_no.setLimit(40)

        self.grid.addWidget(self.complainant_id_no, 2, 4, 1, 1)

        self.complainant_address = TextRow(ComplaintAndReportForm)
        self.complainant_address.setObjectName(u"complainant_address")
        self.complainant_address.setProperty(u"path", u"complainant.address")
        self.complainant_address.setMandatory(True)
        self.complainant_address.setLimit(200)

        self.grid.addWidget(self.complainant_address, 3, 1, 1, 2)

        self.complainant_publish_consent = ChoiceRow(ComplaintAndReportForm)
        self.complainant_publish_consent.setObjectName(u"complainant_publish_consent")
        self.complainant_publish_consent.setProperty(u"path", u"complainant.publish_consent")

        self.grid.addWidget(self.complainant_publish_consent, 3, 3, 1, 1)

        self.complainant_delegation_consent = ChoiceRow(ComplaintAndReportForm)
        self.complainant_delegation_consent.setObjectName(u"complainant_delegation_consent")
        self.complainant_delegation_consent.setProperty(u"path", u"complainant.delegation_consent")

        self.grid.addWidget(self.complainant_delegation_consent, 3, 4, 1, 1)

        self.complainant_agent_name = TextRow(ComplaintAndReportForm)
        self.complainant_agent_name.setObjectName(u"complainant_agent_name")
        self.complainant_agent_name.setProperty(u"path", u"complainant.agent_name")
        self.complainant_agent_name.setLimit(100)

        self.grid.addWidget(self.complainant_agent_name, 4, 1, 1, 1)

        self.complainant_agent_phone = TextRow(ComplaintAndReportForm)
        self.complainant_agent_phone.setObjectName(u"complainant_agent_phone")
        self.complainant_agent_phone.setProperty(u"path", u"complainant.agent_phone")
        self.complainant_agent_phone.setLimit(40)

        self.grid.addWidget(self.complainant_agent_phone, 4, 2, 1, 1)

        self.complainant_traits = PickRow(ComplaintAndReportForm)
        self.complainant_traits.setObjectName(u"complainant_traits")
        self.complainant_traits.setProperty(u"path", u"complainant.traits")

        self.grid.addWidget(self.complainant_traits, 4, 3, 1, 2)

        self.line_2 = QFrame(ComplaintAndReportForm)
        self.line_2.setObjectName(u"line_2")
        self.line_2.setProperty(u"kind", u"rule")

        self.grid.addWidget(self.line_2, 5, 0, 1, 5)

        self.respondent_heading = QLabel(ComplaintAndReportForm)
        self.respondent_heading.setObjectName(u"respondent_heading")
        self.respondent_heading.setProperty(u"kind", u"heading")
        self.respondent_heading.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.grid.addWidget(self.respondent_heading, 6, 0, 2, 1)

        self.respondent_name = TextRow(ComplaintAndReportForm)
        self.respondent_name.setObjectName(u"respondent_name")
        self.respondent_name.setProperty(u"path", u"respondent.name")
        self.respondent_name.setMandatory(True)
        self.respondent_name.setLimit(100)

        self.grid.addWidget(self.respondent_name, 6, 1, 1, 2)

        self.respondent_credit_code = TextRow(ComplaintAndReportForm)
        self.respondent_credit_code.setObjectName(u"respondent_credit_code")
        self.respondent_credit_code.setProperty(u"path", u"respondent.credit_code")
        self.respondent_credit_code.setLimit(40)

        self.grid.addWidget(self.respondent_credit_code, 6, 3, 1, 1)

        self.respondent_phone = TextRow(ComplaintAndReportForm)
        self.respondent_phone.setObjectName(u"respondent_phone")
        self.respondent_phone.setProperty(u"path", u"respondent.phone")
        self.respondent_phone.setLimit(40)

        self.grid.addWidget(self.respondent_phone, 6, 4, 1, 1)

        self.respondent_address = TextRow(ComplaintAndReportForm)
        self.respondent_address.setObjectName(u"respondent_address")
        self.respondent_address.setProperty(u"path", u"respondent.address")
        self.respondent_address.setMandatory(True)
        self.respondent_address.setLimit(200)

        self.grid.addWidget(self.respondent_address, 7, 1, 1, 2)

        self.respondent_contact = TextRow(ComplaintAndReportForm)
        self.respondent_contact.setObjectName(u"respondent_contact")
        self.respondent_contact.setProperty(u"path", u"respondent.contact")
        self.respondent_contact.setLimit(100)

        self.grid.addWidget(self.respondent_contact, 7, 3, 1, 1)

        self.respondent_legal_rep = TextRow(ComplaintAndReportForm)
        self.respondent_legal_rep.setObjectName(u"respondent_legal_rep")
        self.respondent_legal_rep.setProperty(u"path", u"respondent.legal_rep")
        self.respondent_legal_rep.setLimit(100)

        self.grid.addWidget(self.respondent_legal_rep, 7, 4, 1, 1)

        self.line_3 = QFrame(ComplaintAndReportForm)
        self.line_3.setObjectName(u"line_3")
        self.line_3.setProperty(u"kind", u"rule")

        self.grid.addWidget(self.line_3, 8, 0, 1, 5)

        self.deal_heading = QLabel(ComplaintAndReportForm)
        self.deal_heading.setObjectName(u"deal_heading")
        self.deal_heading.setProperty(u"kind", u"heading")
        self.deal_heading.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.grid.addWidget(self.deal_heading, 9, 0, 3, 1)

        self.deal_bought_on = DayRow(ComplaintAndReportForm)
        self.deal_bought_on.setObjectName(u"deal_bought_on")
        self.deal_bought_on.setProperty(u"path", u"deal.bought_on")

        self.grid.addWidget(self.deal_bought_on, 9, 1, 1, 1)

        self.deal_amount = MoneyRow(ComplaintAndReportForm)
        self.deal_amount.setObjectName(u"deal_amount")
        self.deal_amount.setProperty(u"path", u"deal.amount")

        self.grid.addWidget(self.deal_amount, 9, 2, 1, 1)

        self.deal_category = ChoiceRow(ComplaintAndReportForm)
        self.deal_category.setObjectName(u"deal_category")
        self.deal_category.setProperty(u"path", u"deal.category")

        self.grid.addWidget(self.deal_category, 9, 3, 1, 1)

        self.deal_problem = ChoiceRow(ComplaintAndReportForm)
        self.deal_problem.setObjectName(u"deal_problem")
        self.deal_problem.setProperty(u"path", u"deal.problem")

        self.grid.addWidget(self.deal_problem, 9, 4, 1, 1)

        self.deal_goods = TextRow(ComplaintAndReportForm)
        self.deal_goods.setObjectName(u"deal_goods")
        self.deal_goods.setProperty(u"path", u"deal.goods")
        self.deal_goods.setLimit(100)

        self.grid.addWidget(self.deal_goods, 10, 1, 1, 1)

        self.deal_demands = PickRow(ComplaintAndReportForm)
        self.deal_demands.setObjectName(u"deal_demands")
        self.deal_demands.setProperty(u"path", u"deal.demands")
        self.deal_demands.setMandatory(True)

        self.grid.addWidget(self.deal_demands, 10, 2, 1, 2)

        self.deal_demand_note = TextRow(ComplaintAndReportForm)
        self.deal_demand_note.setObjectName(u"deal_demand_note")
        self.deal_demand_note.setProperty(u"path", u"deal.demand_note")
        self.deal_demand_note.setLimit(2000)

        self.grid.addWidget(self.deal_demand_note, 10, 4, 1, 1)

        self.deal_facts = AreaRow(ComplaintAndReportForm)
        self.deal_facts.setObjectName(u"deal_facts")
        self.deal_facts.setProperty(u"path", u"deal.facts")
        self.deal_facts.setMandatory(True)
        self.deal_facts.setLimit(20000)

        self.grid.addWidget(self.deal_facts, 11, 1, 1, 4)

        self.line_clue = QFrame(ComplaintAndReportForm)
        self.line_clue.setObjectName(u"line_clue")
        self.line_clue.setProperty(u"kind", u"rule")

        self.grid.addWidget(self.line_clue, 12, 0, 1, 5)

        self.clue_heading = QLabel(ComplaintAndReportForm)
        self.clue_heading.setObjectName(u"clue_heading")
        self.clue_heading.setProperty(u"kind", u"heading")
        self.clue_heading.setAlignment(Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.grid.addWidget(self.clue_heading, 13, 0, 2, 1)

        self.clue_subject = TextRow(ComplaintAndReportForm)
        self.clue_subject.setObjectName(u"clue_subject")
        self.clue_subject.setProperty(u"path", u"clue.subject")
        self.clue_subject.setLimit(100)

        self.grid.addWidget(self.clue_subject, 13, 1, 1, 2)

        self.clue_place = TextRow(ComplaintAndReportForm)
        self.clue_place.setObjectName(u"clue_place")
        self.clue_place.setProperty(u"path", u"clue.place")
        self.clue_place.setLimit(200)

        self.grid.addWidget(self.clue_place, 13, 3, 1, 2)

        self.clue_facts = AreaRow(ComplaintAndReportForm)
        self.clue_facts.setObjectName(u"clue_facts")
        self.clue_facts.setProperty(u"path", u"clue.facts")
        self.clue_facts.setMandatory(True)
        self.clue_facts.setLimit(20000)

        self.grid.addWidget(self.clue_facts, 14, 1, 1, 4)

        self.grid.setRowStretch(11, 1)
        self.grid.setRowStretch(14, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)
        self.grid.setColumnStretch(4, 1)
        self.grid.setColumnMinimumWidth(0, 60)
        self.grid.setColumnMinimumWidth(3, 212)
        self.grid.setColumnMinimumWidth(4, 168)

        self.retranslateUi(ComplaintAndReportForm)

        QMetaObject.connectSlotsByName(ComplaintAndReportForm)
    # setupUi

    def retranslateUi(self, ComplaintAndReportForm):
        self.origin_heading.setText(QCoreApplication.translate("ComplaintAndReportForm", u"\u6536\u4ef6", None))
        self.origin_channel.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6765\u6e90", None))
        self.origin_received_on.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6536\u5230\u65e5\u671f", None))
        self.origin_external_no.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u767b\u8bb0\u7f16\u53f7\uff08\u4e0a\u7ea7\u5de5\u5355\uff09", None))
        self.origin_external_no.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u81ea\u884c\u6536\u5230\u7684\u4e0d\u586b", None))
        self.origin_source.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u529e\u5b8c\u8981\u56de\u590d\u7684\u5355\u4f4d", None))
        self.origin_source.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u65e0", None))
        self.complainant_heading.setText(QCoreApplication.translate("ComplaintAndReportForm", u"\u6295\u8bc9\u4eba", None))
        self.complainant_name.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u59d3\u540d", None))
        self.complainant_phone.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.complainant_id_type.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
        self.complainant_id_no.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.complainant_id_no.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u53ef\u7559\u7a7a\uff0c\u4e0d\u5f71\u54cd\u53d7\u7406", None))
        self.complainant_address.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u901a\u8baf\u5730\u5740", None))
        self.complainant_publish_consent.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u540c\u610f\u516c\u793a\u6295\u8bc9\u4fe1\u606f", None))
        self.complainant_publish_consent.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u672a\u8be2\u95ee", None))
        self.complainant_delegation_consent.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u540c\u610f\u59d4\u6258\u8c03\u89e3", None))
        self.complainant_delegation_consent.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u672a\u8be2\u95ee", None))
        self.complainant_agent_name.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u59d4\u6258\u4ee3\u7406\u4eba", None))
        self.complainant_agent_name.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u672c\u4eba\u6295\u8bc9\u7684\u4e0d\u586b", None))
        self.complainant_agent_phone.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4ee3\u7406\u4eba\u7535\u8bdd", None))
        self.complainant_traits.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4eba\u7fa4\u7279\u5f81", None))
        self.complainant_traits.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u6ca1\u6709\u7684\u4e0d\u9009", None))
        self.respondent_heading.setText(QCoreApplication.translate("ComplaintAndReportForm", u"\u88ab\u6295\u8bc9\u4eba", None))
        self.respondent_name.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u540d\u79f0\uff08\u59d3\u540d\uff09", None))
        self.respondent_credit_code.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.respondent_phone.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.respondent_address.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u5730\u5740", None))
        self.respondent_contact.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8054\u7cfb\u4eba", None))
        self.respondent_legal_rep.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6cd5\u5b9a\u4ee3\u8868\u4eba", None))
        self.deal_heading.setText(QCoreApplication.translate("ComplaintAndReportForm", u"\u4e89\u8bae\u4e0e\n"
"\u8bc9\u6c42", None))
        self.deal_bought_on.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4ea4\u6613\u65e5\u671f", None))
        self.deal_amount.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4e89\u8bae\u91d1\u989d\uff08\u5143\uff09", None))
        self.deal_category.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u5546\u54c1\u670d\u52a1\u7c7b\u522b", None))
        self.deal_category.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u8f93\u5165\u540d\u79f0\u6216\u62fc\u97f3\u9996\u5b57\u6bcd", None))
        self.deal_problem.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6295\u8bc9\u6027\u8d28", None))
        self.deal_goods.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u5546\u54c1\u6216\u670d\u52a1\u540d\u79f0", None))
        self.deal_goods.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u4f8b\u5982 \u7a7a\u8c03\u3001\u5065\u8eab\u5361", None))
        self.deal_demands.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6295\u8bc9\u8bf7\u6c42", None))
        self.deal_demands.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u7a7a\u683c\u6216\u62fc\u97f3\u9996\u5b57\u6bcd\u9009\u62e9\uff0c\u53ef\u9009\u591a\u9879", None))
        self.deal_demand_note.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u8bf7\u6c42\u8865\u5145\u8bf4\u660e", None))
        self.deal_demand_note.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u4f8b\u5982 \u9000\u8fd8 300 \u5143", None))
        self.deal_facts.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4e89\u8bae\u4e8b\u5b9e\u548c\u4f9d\u636e", None))
        self.deal_facts.setRemark(QCoreApplication.translate("ComplaintAndReportForm", u"\u65f6\u95f4\u3001\u5730\u70b9\u3001\u5185\u5bb9\u3001\u91d1\u989d\u3001\u4e89\u8bae\u60c5\u51b5\u548c\u8bc1\u660e\u6750\u6599", None))
        self.clue_heading.setText(QCoreApplication.translate("ComplaintAndReportForm", u"\u4e3e\u62a5", None))
        self.clue_subject.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u6d89\u5acc\u8fdd\u6cd5\u884c\u4e3a", None))
        self.clue_subject.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u5982 \u9500\u552e\u8d85\u8fc7\u4fdd\u8d28\u671f\u7684\u98df\u54c1", None))
        self.clue_place.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u53d1\u751f\u5730\u70b9", None))
        self.clue_place.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u5c31\u5728\u88ab\u6295\u8bc9\u4eba\u5904\u7684\u4e0d\u586b", None))
        self.clue_facts.setCaption(QCoreApplication.translate("ComplaintAndReportForm", u"\u4e3e\u62a5\u7684\u5177\u4f53\u7ebf\u7d22\u548c\u76f8\u5e94\u7684\u4e8b\u5b9e\u4f9d\u636e", None))
        self.clue_facts.setPlaceholder(QCoreApplication.translate("ComplaintAndReportForm", u"\u53ea\u5199\u8fdd\u6cd5\u7ebf\u7d22\uff1b\u6295\u8bc9\u7684\u4e8b\u5b9e\u5199\u5728\u4e0a\u9762", None))
        pass
    # retranslateUi
